/** The build puts a catalogue into the page as it is. */
declare module "*.ftl" {
  const text: string;
  export default text;
}
