export { type PlaceResult, placeArticle, resumePending } from './store/place.ts';
export { saysNothing } from './store/reading.ts';
