export { type PlaceResult, placeArticle } from './store/place.ts';
export { type ArticleSays, saysOf } from './store/reading.ts';
