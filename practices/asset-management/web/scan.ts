/** What reads codes from pictures: the browser's own detector, or one that is loaded when there is none. */
type Detector = {
  readonly detect: (image: ImageBitmapSource) => Promise<readonly { readonly rawValue: string }[]>;
};
type Native = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

let made: Promise<Detector> | undefined;
export const detector = (): Promise<Detector> => (made ??= makeDetector());

async function makeDetector(): Promise<Detector> {
  const native = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector;
  // Desktop Chromium has the class on some systems without any format behind it.
  const formats = (await native?.getSupportedFormats().catch(() => [])) ?? [];
  if (native && formats.includes('qr_code')) return new native({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}

/** The text of the first code in a picture. */
export async function codeIn(image: ImageBitmapSource): Promise<string | undefined> {
  const found = await (await detector()).detect(image);
  return found.find(({ rawValue }) => rawValue !== '')?.rawValue;
}

/** A photo in which a code is looked for; phones take it also where a page may not open the camera. */
export async function codeInFile(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file);
  try {
    return await codeIn(bitmap);
  } finally {
    bitmap.close();
  }
}
