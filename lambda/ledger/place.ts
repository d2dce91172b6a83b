export { type PlaceResult, placeArticle } from './store/place.ts';
export { saysNothing } from './store/reading.ts';
