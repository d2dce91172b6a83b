/** What little linear algebra the training needs. */

/** The same directions made orthogonal to each other and of unit length (Gram and Schmidt, twice for rounding). */
export function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = Float64Array.from(vector);
    for (let pass = 0; pass < 2; pass++) {
      for (const other of done) {
        let along = 0;
        for (let j = 0; j < rest.length; j++) along += rest[j]! * other[j]!;
        for (let j = 0; j < rest.length; j++) rest[j]! -= along * other[j]!;
      }
    }
    let square = 0;
    for (const value of rest) square += value * value;
    const length = Math.sqrt(square) || 1;
    done.push(rest.map((value) => value / length));
  }
  return done;
}

/** Eigenvalues and unit eigenvectors of a small symmetric matrix, in no order (Jacobi's rotations). */
export function eigenOf(matrix: readonly (readonly number[])[]): { value: number; vector: number[] }[] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) < 1e-12) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        const turn = (row: number[]): void => {
          const x = row[p]!;
          row[p] = c * x - s * row[q]!;
          row[q] = s * x + c * row[q]!;
        };
        for (const row of a) turn(row);
        for (let k = 0; k < n; k++) {
          const x = a[p]![k]!;
          a[p]![k] = c * x - s * a[q]![k]!;
          a[q]![k] = s * x + c * a[q]![k]!;
        }
        for (const row of v) turn(row);
      }
    }
  }
  return a.map((row, i) => ({ value: row[i]!, vector: v.map((line) => line[i]!) }));
}
