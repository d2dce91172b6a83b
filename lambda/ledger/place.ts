export { type PlaceResult, placeArticle } from './store/place.ts';
export { type ArticleSays, isPlaced, saysOf } from './store/reading.ts';
