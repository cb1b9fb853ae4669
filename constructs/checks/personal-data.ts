/** The annotation of a volume that says `"true"` or `"false"`: whether it holds what is about people. */
export const personalDataAnnotation = 'cedille.club/personal-data';
