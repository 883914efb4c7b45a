/**
 * The tray's picture as raw BGRA pixels: a ring with a gap at its top right, in one colour that is
 * legible on light and dark bars. Drawn here so that the tray needs no file.
 */
export function trayPicture(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const across = (x - middle) / middle;
      const down = (y - middle) / middle;
      const radius = Math.hypot(across, down);
      const isGap = across > 0.15 && down < -0.15;
      const isDot = Math.hypot(across - 0.6, down + 0.6) < 0.3;
      if (isDot || (!isGap && radius <= 0.98 && radius >= 0.6)) pixels.set([0xc4, 0x7f, 0x3b, 0xff], (y * size + x) * 4);
    }
  }
  return pixels;
}
