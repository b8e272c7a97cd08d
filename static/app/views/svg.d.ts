/** A drawing, put into the file as its text (static/build.mjs). */
declare module "*.svg" {
  const text: string;
  export default text;
}
