/** An address as a QR code (ISO/IEC 18004) that still reads where a quarter of it is stained: an SVG with its quiet zone. */
export async function drawQr(address: string): Promise<string> {
  // Commands that read a plan do not wait for what only a public page needs.
  const { renderSVG } = await import('uqr')
  return renderSVG(address, { ecc: 'Q', border: 4 })
}
