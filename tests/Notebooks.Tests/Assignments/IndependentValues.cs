namespace Notebooks.Tests.Assignments;

/// <summary>A cell for each assignment that compares the solutions with values from elsewhere: the library's circuits,
/// losses, networks and products, and what PyTorch computed. It runs after the source's own cells.</summary>
public static class IndependentValues
{
    public static string For(string assignment) =>
        assignment switch
        {
            "A1-gates" => Gates,
            "A2-logistic-regression" => LogisticRegression,
            "A3-backpropagation" => Backpropagation,
            "A4-optimizers" => Optimizers,
            "A5-blocked-product" => BlockedProduct,
            "A6-model-choice" => ModelChoice,
            "A7-moved-digits" => MovedDigits,
            _ => throw new ArgumentException(
                $"Nothing to compare the solutions of {assignment} with.", nameof(assignment)),
        };

    private const string Gates = """
        double[] Of(double arriving, Func<Value[], Value> gate, params double[] inputs)
        {
            Value[] wires = [.. inputs.Select(input => new Value(input))];
            (arriving * gate(wires)).Backward();
            return [.. wires.Select(wire => wire.Gradient)];
        }
        double at = 1.3, output = Math.Log(1 + Math.Exp(at));
        Value Median(Value a, Value b, Value c) => Value.Max(Value.Min(a, b), Value.Min(Value.Max(a, b), c));
        Value Softplus(Value t) => Value.Log(1 + Value.Exp(t));
        double[] Right(double x, double y, double z) =>
                Of(1, v => Softplus(v[0] * v[1] + Median(v[0], v[1], v[2])), x, y, z);
        double[] Mine(double x, double y, double z)
        {
            var (_, dx, dy, dz) = Backward(x, y, z);
            return [dx, dy, dz];
        }
        Value vx1 = new(x, "x"), vy1 = new(y, "y"), vw1 = new(w, "w"),
                vq1 = vx1 + vy1, vr1 = vw1 * vx1, vt1 = Value.Max(vq1, vr1), vL1 = vt1 * vx1 + vr1 * vy1;
        vL1.Backward();
        Claim.All(
            Claim.Close([L, dt, dq, dx, dy, dw],
                [vL1.Data, vt1.Gradient, vq1.Gradient, vx1.Gradient, vy1.Gradient, vw1.Gradient], "by hand"),
            Claim.Close(SumGate([10, 7, -4], [0, 2, 0], -3), Of(-3, v => v[0] + v[2] + v[0], 10, 7, -4), "+"),
            Claim.Close(ProductGate([3, -1, 4], 2), Of(2, v => v[0] * v[1] * v[2], 3, -1, 4), "×"),
            Claim.Close(ProductGate([0, 5], 3), Of(3, v => v[0] * v[1], 0, 5), "× at 0"),
            Claim.Close(MedianGate([7, 1, -6, 1, 4], 2), [0, 2, 0, 0, 0], "the median at a tie, by hand"),
            Claim.Close(MedianGate([-3, -1, -2], 4), Of(4, v => Median(v[0], v[1], v[2]), -3, -1, -2), "the median"),
            Claim.Close([SoftplusGate(output, -3)], Of(-3, v => Softplus(v[0]), at), "softplus"),
            Claim.Close(Mine(1, -0.5, 2.25), Right(1, -0.5, 2.25), "x is the median"),
            Claim.Close(Mine(0.5, -1, -1.5), Right(0.5, -1, -1.5), "y is the median"),
            Claim.Close(Mine(1.5, -1, 0.5), Right(1.5, -1, 0.5), "z is the median"))
        """;

    private const string LogisticRegression = """
        BinaryCrossEntropy<double> entropy = new();
        Matrix<double> scores = Matrix.Row(800, -800, 2, -0.5, 36), truth = Matrix.Row(0, 0, 1, 1, 0);
        Matrix<double> inputs = Matrix.Normal<double>(3, 7, seed: 1), answers = Matrix.Row(1, 0, 0, 1, 1, 0, 1);
        Matrix<double> start = Matrix.Normal<double>(1, 3, seed: 2), bias = Matrix.Row(0.4);
        Mlp<double> network = new([new Dense<double>(start.Copy(), bias.Copy(), Activation.Identity)]);
        GradientDescent<double> descent = new(0.3);
        Matrix<double> lossGradient = Matrix.Zeros<double>(1, 7);
        var first = Gradient(start, bias, inputs, answers, 1);
        double Weighted(Matrix<double> w, Matrix<double> b) => Loss(w * inputs + b, answers, 4);
        List<double> course = [];
        Matrix<double> dw1 = null, db1 = null;
        for (int step = 0; step <= 20; step++)
        {
            Matrix<double> logits = network.Forward(inputs);
            course.Add(entropy.Value(logits, answers));
            entropy.Gradient(logits, answers, lossGradient);
            network.Backward(lossGradient);
            dw1 ??= network.Layers[0].WeightGradient.Copy();
            db1 ??= network.Layers[0].BiasGradient.Copy();
            if (step < 20) descent.Step(network);
        }
        var trained = Train(start, bias, inputs, answers, 1, 0.3, 20);
        Matrix<double> one = Matrix.Row(1), none = Matrix.Row(0), at = Matrix.Row(-0.7);
        Claim.All(
            Claim.Close(Loss(scores, truth, 1), entropy.Value(scores, truth), "the loss"),
            Claim.Close(Loss(at, one, 5), 5 * entropy.Value(at, one), "a missed yes costs c times"),
            Claim.Close(Loss(at, none, 5), entropy.Value(at, none), "a false alarm does not"),
            Claim.Close(Gradient(start, bias, inputs, answers, 4).dw,
                NumericGradient.Of(start, w => Weighted(w, bias)), 1e-8, "∂L/∂w, weighted and nudged"),
            Claim.Close(Gradient(start, bias, inputs, answers, 4).db,
                NumericGradient.Of(bias, b => Weighted(start, b)), 1e-8, "∂L/∂b, weighted and nudged"),
            Claim.Close(first.dw, dw1, "∂L/∂w"),
            Claim.Close(first.db, db1, "∂L/∂b"),
            Claim.Close(trained.w, network.Layers[0].Weights, "w after 20 steps"),
            Claim.Close(trained.b, network.Layers[0].Biases, "b after 20 steps"),
            Claim.Close(trained.losses, course, "the losses"))
        """;

    private const string Backpropagation = """
        Matrix<double> Some(int rows, int columns, int seed) =>
                Matrix.Normal<double>(rows, columns, seed: seed, standardDeviation: 0.7);
        Matrix<double> inputs = Some(4, 6, 1), targets = Some(2, 6, 2);
        // The first layer is square, so that it has a skip.
        Matrix<double>[] weights = [Some(4, 4, 3), Some(3, 4, 4), Some(2, 3, 5)],
                biases = [Some(4, 1, 6), Some(3, 1, 7), Some(2, 1, 8)];
        double Skipped(int l, Matrix<double> w, Matrix<double> b)
        {
            Matrix<double> W(int k) => k == l ? w : weights[k];
            Matrix<double> Sum(int k, Matrix<double> below) => W(k) * below + (k == l ? b : biases[k]);
            Matrix<double> first = Matrix.Tanh(Sum(0, inputs)) + inputs;
            return new HalfSquaredError<double>().Value(Sum(2, Matrix.Tanh(Sum(1, first))), targets);
        }
        Mlp<double> layer = new([new Dense<double>(weights[1].Copy(), biases[1].Copy(), Activation.Tanh)]);
        Matrix<double> made = layer.Forward(inputs), arriving = Some(3, 6, 9), before = layer.Backward(arriving);
        var (dWs, dbs) = Backward(weights, biases, inputs, targets);
        Claim.All([
            Claim.Close(LossGradient(inputs, 2 * inputs), -inputs / 6, "the loss"),
            Claim.Close(ThroughLayer(layer.Layers[0].Delta, weights[1], inputs).dX, before, "∂L/∂X"),
            Claim.Close(ThroughTanh(arriving, made), layer.Layers[0].Delta, "through tanh"),
            .. Enumerable.Range(0, 3).Select(l => Claim.Close(
                dWs[l], NumericGradient.Of(weights[l], w => Skipped(l, w, biases[l])), 1e-8, $"W[{l}]")),
            .. Enumerable.Range(0, 3).Select(l => Claim.Close(
                dbs[l], NumericGradient.Of(biases[l], b => Skipped(l, weights[l], b)), 1e-8, $"b[{l}]"))])
        """;

    private const string Optimizers = """
        // Two steps of each, worked out in fractions by hand.
        (double[] w, double[] V) n1 = Nesterov([1], [0], [4], 0.5, 0.5), n2 = Nesterov(n1.w, n1.V, [-2], 0.5, 0.5);
        (double[] w, double[] S) p1 = Peak([1], [0], [-4], 0.5, 0.5, 0), p2 = Peak(p1.w, p1.S, [1], 0.5, 0.5, 0);
        (double[] w, double[] V) l1 = Lion([2], [0], [8], 0.5, 0.5, 0.75, 0.5),
                l2 = Lion(l1.w, l1.V, [-1], 0.5, 0.5, 0.75, 0.5);
        double[] descent = [1, -2];
        new GradientDescent<double>(0.3).Step(descent, [0.5, 4]);
        // A bowl x²/2 from 1: a step multiplies x by 1 − α, so the number of steps follows from a logarithm.
        double[] Bowl(double α) =>
            [.. Enumerable.Range(0, 400).Select(t => 0.5 * Math.Pow(1 - α, 2 * t))];
        double Needed(double α) => Math.Ceiling(Math.Log(2e-3) / (2 * Math.Log(Math.Abs(1 - α))));
        var (rate, steps) = Fastest([0.1, 0.7, 1.5, 2.1], Bowl, 1e-3);
        var slow = Fastest([0.1, 2.5], Bowl, 1e-3);
        Claim.All(
            Claim.Close([rate, steps], [0.7, Needed(0.7)], "the fastest rate of four in a bowl"),
            Claim.Close([slow.rate, slow.steps], [0.1, Needed(0.1)], "one of two explodes"),
            Claim.Close([n1.V[0], n1.w[0], n2.V[0], n2.w[0]], [2, -0.5, 0, 0], "Nesterov"),
            Claim.Close(Nesterov([1, -2], [7, 7], [0.5, 4], 0.3, 0).w, descent, "Nesterov with β = 0"),
            Claim.Close([p1.S[0], p1.w[0], p2.S[0], p2.w[0]], [4, 1.5, 2, 1.25], "Peak"),
            Claim.Close([l1.V[0], l1.w[0], l2.V[0], l2.w[0]], [2, 1, 1.25, 0.25], "Lion"),
            Claim.Close([V1, V2, vHat2], [a, 0.75 * a, 12.0 * a / 7], "by hand: V"),
            Claim.Close([S1, rmsStep, adamStep], [16.0 * a * a / 9, 3, 1], "by hand: S and the steps"))
        """;

    private const string BlockedProduct = """
        Claim Same(int m, int k, int n, int size)
        {
            Matrix<float> left = Matrix.Normal<float>(m, k, seed: m), right = Matrix.Normal<float>(k, n, seed: n);
            Matrix<float> mine = Matrix.Over(
                Blocked(left.AsSpan().ToArray(), right.AsSpan().ToArray(), m, k, n, size), 0, m, n);
            return Claim.That(mine.MaxAbsoluteDifference(left * right) < 1e-4f, $"{m} × {k} × {n} in blocks of {size}");
        }
        // The distances between two uses of a line: it is still there if fewer than c others came in between.
        int ByDistance(int[] lines, int c) => Enumerable.Range(0, lines.Length).Count(t =>
            Array.LastIndexOf(lines, lines[t], t == 0 ? 0 : t - 1, t) is var last
                && (last < 0 || lines[(last + 1)..t].Distinct().Count() >= c));
        Claim Counted(int n, int size, int c, int each)
        {
            int[] lines = TraceJpi(n, size, each);
            return Claim.Close(Fetched(lines, c), ByDistance(lines, c), $"{n} in blocks of {size}, {c} lines");
        }
        Claim.All([
            Same(5, 7, 4, 3), Same(32, 16, 8, 8), Same(1, 9, 1, 4), Same(20, 30, 10, 64), Same(13, 13, 13, 1),
            Counted(8, 3, 5, 4), Counted(10, 4, 12, 4), Counted(9, 9, 1, 3),
            .. new[] { (8, 1380), (12, 2080), (16, 1008), (18, 1815), (24, 1056), (32, 3807), (48, 7200) }
                .Select(known => Claim.Close(
                    Fetched(TraceJpi(48, known.Item1, 16), 64), known.Item2, $"48 in blocks of {known.Item1}")),
            Claim.Close([BestBlock(12, 10, 4), BestBlock(20, 40, 4), BestBlock(13, 10, 4)], [4, 10, 1],
                "the best blocks, counted by a program in Python")])
        """;

    private const string ModelChoice = """
        int[] deck = [.. Enumerable.Range(0, 30).OrderBy(i => i * 7 % 31)];
        int[][] four = [.. Enumerable.Range(0, 4).Select(f => Fold(deck, 4, f))];
        double standardError = Sample.Of([2, 3, 4]).StandardError;
        double[] Three(double c) => [3 + c * standardError, 3 + c * standardError, 3 + c * standardError];
        // The nearest neighbour needs no training: each flower is its own neighbour if it has been seen.
        double Nearest(Dataset<double> training, Dataset<double> validation) =>
            Enumerable.Range(0, validation.Count).Count(v => training.Label(Enumerable.Range(0, training.Count).MinBy(
                t => Enumerable.Range(0, 4).Sum(i =>
                    Math.Pow(training.Features[i, t] - validation.Features[i, v], 2)))) != validation.Label(v));
        int[][] thirds = [.. Enumerable.Range(0, 3).Select(f => Enumerable.Range(50 * f, 50).ToArray())];
        double[] oneSpecies = CrossErrors(Iris.Load(), thirds, Nearest);
        double[] scales = CrossErrors(Iris.Load(), thirds, (training, _) => training.Features.Norm());
        Claim.All(
            Claim.That(four.SelectMany(fold => fold).SequenceEqual(deck), "the folds are the deck, in order"),
            Claim.Close(four.Select(fold => (double)fold.Length), [8, 8, 7, 7], "sizes"),
            Claim.Close(oneSpecies, [50, 50, 50], "a fold of one species that was never seen: all 50 are misread"),
            Claim.Close(scales, [20, 20, 20], "the training part is standardized: 4 · 100 squares add up to 400"),
            Claim.Close(Simplest([Three(1.01), Three(0.99), [2, 3, 4]]), 1, "0.99 of a standard error is within"))
        """;

    private const string MovedDigits = """
        byte[] image = new byte[784];
        image[10 * 28 + 5] = 200;
        byte[] there = Shift(image, 28, 3, -4), back = Shift(there, 28, -3, 4);
        double[] errors = [9, 12, 10.5, 11], others = [8, 12.5, 9, 10];
        Sample pairs = Sample.Of(errors.Zip(others, (a, b) => a - b));
        var (gain, error, better) = Gain(errors, others);
        var (onlyA, onlyB, z) = Compare([1, 0, 0, 0, 3], [0, 1, 1, 1, 3], [1, 1, 1, 1, 3]);
        double[] moved = Errors(centred, Moved(3, 0)), still = Errors(centred, Same);
        Claim.All(
            Claim.Close(there[6 * 28 + 8], 200, "the pixel of row 10, column 5 is in row 6, column 8"),
            Claim.Close(there.Sum(pixel => pixel), 200, "and nowhere else"),
            Claim.That(back.SequenceEqual(image), "and back"),
            Claim.Close([gain, error, better], [pairs.Mean, pairs.StandardError, 3], "four pairs"),
            Claim.Close([onlyA, onlyB, z], [1, 3, -1], "one against three: z = −2/√4"),
            Claim.That(still.Max() < 20, "a centred digit is read"),
            Claim.That(moved.Min() > 2 * still.Max(), "and one that has moved by three pixels is not"))
        """;
}
