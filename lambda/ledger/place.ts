export { type PlaceResult, placeArticle, resumePending } from './store/place.ts';
