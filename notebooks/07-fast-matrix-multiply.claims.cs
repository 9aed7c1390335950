// %% why-claim after=why-seen
Claim.All(
    Claim.Close(firstLayer, 51_380_224, "first layer, two products: 51,380,224"),
    Claim.Close(secondLayer, 983_040, "second layer, three products: 983,040"),
    Claim.Close(firstLayer / (firstLayer + secondLayer), 0.98, 5e-3,
        "the first layer has 98 % of the work"))

// %% layout-claim after=layout-seen
Matrix<double> some = Matrix.Normal<double>(3, 4, seed: 1);
Claim.All(
    Claim.Close(place[2, 1], 5, "row 2, column 1 lies at place 2 + 1 · 3 = 5"),
    Claim.Close(place[2, 2] - place[2, 1], 3, "its right neighbour: 3 places further"),
    Claim.Close(some.AsSpan()[5], some[2, 1], "the library's entry is there, too"))

// %% race-claim after=race-seen
// Of 64 places for lines, those of neighbours in a row
int Places(int n, int count = 16) => Enumerable.Range(0, count)
    .Select(j => j * n * 8 / 64 % 64).Distinct().Count();
Mat L = Matrix.Normal<double>(20, 20, seed: 1);
Mat R = Matrix.Normal<double>(20, 20, seed: 2);
Mat Ordered(string order)
{
    Mat product = Matrix.Zeros<double>(20, 20);
    double[] C = new double[400];
    Loops(order, L.AsSpan().ToArray(), R.AsSpan().ToArray(), C, 20, 20);
    for (int at = 0; at < 400; at++) product[at % 20, at / 20] = C[at];
    return product;
}
Claim.All([
    Claim.Close(512 * 512 / (504 * 504.0), 1.03, 5e-3, "3 % more work"),
    Claim.Close([Places(504), Places(512), Places(504, 504), Places(512, 512)],
        [16, 1, 64, 1], "a row of B at 504 and 512: 16 places, one; of A: 64, one"),
    Claim.Close(Places(1, 512), 64, "down a column of 512: all 64 places"),
    .. orders.Select(order => Claim.Close(Ordered(order), L * R, $"{order}: A B"))])

// %% cache-claim after=blocks-seen
Claim.All(
    Claim.Close(AtBest(0.25), 2.5, "dot product: ¼ · 10 = 2.5 GFLOP/s of 100"),
    Claim.Close(Enumerable.Range(1, 99).First(n => AtBest(n / 6.0) == 100), 60,
        "n/6 · 10 = 100 GFLOP/s from n = 60 on"),
    Claim.Close(Intensity(128, 784, 1), 0.4955, 5e-5, "a batch of 1: 0.4955"),
    Claim.Close(100 * Intensity(128, 784, 1), 49.6, 0.06, "at 100 GB/s: 49.6"),
    Claim.Close(Intensity(128, 784, 128), 29.6, 0.05,
        "a batch of 128: 29.6, sixty times as many operations per byte"),
    Claim.Close(3 * matrix, 384, "three matrices have 384 lines"),
    Claim.Close(32 * (4 + 4 + 128), 4352, "the misses of jpi"),
    Claim.Close(missesOf.Select(count => (double)count),          // ijp, ipj, jip, …
        [5248, 66_560, 4352, 4352, 65_664, 5248], "misses of the six orders"),
    Claim.Close(missesOf[4] / 4352.0, 15, 0.1, "pij: 15 times as often as jpi"),
    Claim.Close(withMoreRoom[4], 4352, "with room for 66, as jpi"),
    Claim.Close(new[] { 16, 8 }.Select(size => (double)Misses(Terms("jpi", size))),
        [768, 1152], "jpi in blocks of 16 and 8"))

// %% loops-claim after=speeds-seen
float[] byVectors = new float[n * n];
Vectors(A, B, byVectors, n);
Claim.All(
    Claim.Close(byVectors.Select(c => (double)c), byBlocks.Select(c => (double)c), 1e-3,
        "vector: the same product as by blocks"),
    Claim.Close(byBlocks.Take(n).Select(c => (double)c),
        Enumerable.Range(0, n).Select(i =>
            Enumerable.Range(0, n).Sum(p => (double)A[i + p * n] * B[p])), 1e-3,
        "blocks: the first column is that of the definition"))

// %% ladder-claim after=speeds-seen
Matrix<float> left = Matrix.Normal<float>(100, 90, seed: 3);      // no round numbers
Matrix<float> right = Matrix.Normal<float>(90, 70, seed: 4);
Matrix<float> byDefinition = Matrix.Zeros<float>(100, 70), other = byDefinition.Copy();
Gemm.Naive(left, right, byDefinition);
Claim.All(stages.Select(stage =>
{
    stage.Multiply(left, right, other);
    double difference = other.MaxAbsoluteDifference(byDefinition);
    return Claim.That(difference < 1e-4, $"{stage.Name}: the same product");
}))

// %% strides-claim after=strides
Matrix<double> W = Matrix.Normal<double>(128, 100, seed: 6);
Matrix<double> δ = Matrix.Normal<double>(128, 64, seed: 7);
Matrix<double> A100 = Matrix.Normal<double>(100, 64, seed: 8);
Matrix<double> dA = Matrix.Zeros<double>(100, 64), dW = Matrix.Zeros<double>(128, 100);
Gemm.Multiply(W, δ, dA, transposeA: true);         // Wᵀδ
Gemm.Multiply(δ, A100, dW, transposeB: true);      // δAᵀ
Claim.All(
    Claim.Close(dA, W.T * δ, "Wᵀδ by exchanged strides, and by a copy"),
    Claim.Close(dW, δ * A100.T, "δAᵀ by exchanged strides, and by a copy"))
