namespace NeuralNotebooks.Course.Tests;

/// <summary>Right answers to the checkpoints whose functions make up the reader's own network, each computed in another
/// way. <see cref="MistakesTests"/> and <see cref="AnswersTests"/> try wrong ones.</summary>
public class PieceAnswersTests
{
    private static readonly Dictionary<string, Func<M[], M[], M, (M[], M[])>> _forward = new()
    {
        ["the library"] = (W, b, X) =>
        {
            Mlp<double> net = new([.. W.Zip(b).Skip(1).Select((one, l) => new Dense<double>(
                one.First, one.Second, l < W.Length - 2 ? Activation.Relu : Activation.Identity))]);
            net.Forward(X);
            return ([null!, .. net.Layers.Select(layer => layer.Preactivation)],
                [X, .. net.Layers.Select(layer => layer.Output)]);
        },
        ["loops over entries"] = (W, b, X) => Through(W, b, X, (w, c, a) => Of(w.Rows, a.Columns, (i, j) =>
            c[i, 0] + Enumerable.Range(0, w.Columns).Sum(k => w[i, k] * a[k, j]))),
        ["a row of ones"] = (W, b, X) => Through(W, b, X, (w, c, a) => w * a + c * Matrix.Ones<double>(1, a.Columns)),
        ["transposes"] = (W, b, X) => Through(W, b, X, (w, c, a) => (a.T * w.T).T + c),
        ["one example after the other"] = (W, b, X) => Through(W, b, X, (w, c, a) =>
        {
            M[] columns = [.. Enumerable.Range(0, a.Columns).Select(j => w * a.Column(j) + c)];
            return Of(w.Rows, a.Columns, (i, j) => columns[j][i, 0]);
        }),
        ["the bias as one more weight"] = (W, b, X) => Through(W, b, X, (w, c, a) =>
            Of(w.Rows, w.Columns + 1, (i, k) => k < w.Columns ? w[i, k] : c[i, 0])
                * Of(a.Rows + 1, a.Columns, (k, j) => k < a.Rows ? a[k, j] : 1)),
        ["longer arrays, and X itself for Z[0]"] = (W, b, X) =>
        {
            (M[] Z, M[] A) = Through(W, b, X, (w, c, a) => w * a + c);
            Z[0] = X;
            return ([.. Z, X, null!], [.. A, X]);
        },
        ["a recursion"] = Recursive,
        ["a copy for A[N]"] = (W, b, X) =>
        {
            (M[] Z, M[] A) = Through(W, b, X, (w, c, a) => -(-(w * a) - c));
            A[^1] = Z[^1].Copy();
            return (Z, A);
        },
    };

    private static readonly Dictionary<string, Func<M[], M[], M[], M, (M[], M[])>> _backward = new()
    {
        ["the library"] = (W, Z, A, δ) =>
        {
            Mlp<double> net = new([.. Enumerable.Range(1, W.Length - 1).Select(l => new Dense<double>(
                W[l], (Z[l] - W[l] * A[l - 1]).Column(0),
                l < W.Length - 1 ? Activation.Relu : Activation.Identity))]);
            net.Forward(A[0]);
            net.Backward(δ);
            return ([null!, .. net.Layers.Select(layer => layer.WeightGradient)],
                [null!, .. net.Layers.Select(layer => layer.BiasGradient)]);
        },
        ["a sum of outer products"] = (W, Z, A, δ) => Back(W, Z, δ, (l, d) =>
            Enumerable.Range(0, d.Columns).Select(j => d.Column(j) * A[l - 1].Column(j).T)
                .Aggregate((sum, one) => sum + one)),
        ["loops over entries"] = (W, Z, A, δ) => Back(W, Z, δ, (l, d) => Of(d.Rows, W[l].Columns, (i, k) =>
            Enumerable.Range(0, d.Columns).Sum(j => d[i, j] * A[l - 1][k, j]))),
        ["transposes"] = (W, Z, A, δ) => Back(W, Z, δ, (l, d) => (A[l - 1] * d.T).T),
        ["the bias by a column of ones"] = (W, Z, A, δ) =>
        {
            (M[] dW, M[] _) = Back(W, Z, δ, (l, d) => d * A[l - 1].T);
            (M[] db, M[] _) = Back(W, Z, δ, (l, d) => d * Matrix.Ones<double>(d.Columns, 1));
            return (dW, db);
        },
        ["the slope by the sign of A"] = (W, Z, A, δ) =>
            Back(W, [.. A[..^1], Z[^1]], δ, (l, d) => d * A[l - 1].T),
        ["all δ first"] = (W, Z, A, δ) =>
        {
            M[] deltas = [.. W];
            deltas[^1] = δ;
            for (int l = W.Length - 2; l >= 1; l--)
                deltas[l] = Of(Z[l].Rows, Z[l].Columns, (i, j) =>
                    Z[l][i, j] > 0 ? (W[l + 1].T * deltas[l + 1])[i, j] : 0);
            return ([.. deltas.Select((d, l) => l == 0 ? d : d * A[l - 1].T)], [.. deltas.Select(d => d.RowSums())]);
        },
        ["central differences"] = (W, Z, A, δ) =>
        {
            M[] b = [.. W.Select((w, l) => l == 0 ? w : (Z[l] - w * A[l - 1]).Column(0))];
            double Loss(M[] w, M[] c) => Recursive(w, c, A[0]).Item1[^1].Hadamard(δ).Sum();
            M[] With(M[] all, int l, M one) => [.. all.Select((old, k) => k == l ? one : old)];
            return ([.. W.Select((w, l) => l == 0 ? w : NumericGradient.Of(w, one => Loss(With(W, l, one), b)))],
                [.. b.Select((c, l) => l == 0 ? c : NumericGradient.Of(c, one => Loss(W, With(b, l, one))))]);
        },
    };

    private static readonly Dictionary<string, Func<M, M, (M, M)>> _softmaxDelta = new()
    {
        ["the library"] = (S, Y) => (Softmax.Of(S), new SoftmaxCrossEntropy<double>().Gradient(S, Y)),
        ["a logarithm of the sum"] = (S, Y) => Delta(Columns(S, s =>
        {
            double A = s.Max() + Math.Log(s.Sum(v => Math.Exp(v - s.Max())));
            return [.. s.Select(v => Math.Exp(v - A))];
        }), Y),
        ["one over a sum of differences"] = (S, Y) => Delta(Columns(S, s =>
            [.. s.Select(v => 1 / s.Sum(other => Math.Exp(other - v)))]), Y),
        ["a shift beyond the largest"] = (S, Y) => Delta(Columns(S, s =>
            [.. s.Select(v => Math.Exp(v - s.Max() - 5) / s.Sum(other => Math.Exp(other - s.Max() - 5)))]), Y),
        ["examples as rows in between"] = (S, Y) => Delta(Columns(S.T.T, s =>
            [.. s.Select(v => Math.Exp(v - s.Max()) / s.Sum(other => Math.Exp(other - s.Max())))]).T.T, Y),
        ["1 taken from the entry of the label"] = (S, Y) =>
        {
            M P = Softmax.Of(S);
            return (P, Of(S.Rows, S.Columns, (k, j) => (Y[k, j] == 1 ? P[k, j] - 1 : P[k, j]) / S.Columns));
        },
        ["pieces of δ that are divided first"] = (S, Y) => (Softmax.Of(S), Softmax.Of(S) / S.Columns - Y / S.Columns),
        ["the scores overwritten"] = (S, Y) =>
        {
            M P = Softmax.Of(S);
            P.CopyTo(S);
            return (S, (S - Y) / S.Columns);
        },
    };

    private static readonly Dictionary<string, Action<M, M, M, M, int, double, double, double, double>> _step = new()
    {
        ["spans"] = (w, g, V, S, t, α, β1, β2, ε) =>
        {
            Span<double> ws = w.AsSpan(), vs = V.AsSpan(), ss = S.AsSpan();
            for (int i = 0; i < ws.Length; i++)
            {
                double x = g.AsSpan()[i];
                (vs[i], ss[i]) = (double.Lerp(x, vs[i], β1), double.Lerp(x * x, ss[i], β2));
                ws[i] -= α * (vs[i] / (1 - Math.Pow(β1, t))) / (Math.Sqrt(ss[i] / (1 - Math.Pow(β2, t))) + ε);
            }
        },
        ["whole matrices, copied back"] = (w, g, V, S, t, α, β1, β2, ε) =>
        {
            (β1 * V + (1 - β1) * g).CopyTo(V);
            (β2 * S + (1 - β2) * g.Hadamard(g)).CopyTo(S);
            M v = V / (1 - Math.Pow(β1, t)), s = S / (1 - Math.Pow(β2, t));
            (w - α * v.Hadamard(s.Map(x => 1 / (Math.Sqrt(x) + ε)))).CopyTo(w);
        },
        ["averages moved by a part of the distance"] = (w, g, V, S, t, α, β1, β2, ε) => Each(w, (i, j) =>
        {
            V[i, j] += (1 - β1) * (g[i, j] - V[i, j]);
            S[i, j] += (1 - β2) * (g[i, j] * g[i, j] - S[i, j]);
            w[i, j] -= α * V[i, j] / (1 - Math.Pow(β1, t)) / (Math.Sqrt(S[i, j] / (1 - Math.Pow(β2, t))) + ε);
        }),
        ["the correction moved into the rate"] = (w, g, V, S, t, α, β1, β2, ε) =>
        {
            double root = Math.Sqrt(1 - Math.Pow(β2, t)), rate = α * root / (1 - Math.Pow(β1, t));
            Each(w, (i, j) =>
            {
                V[i, j] = β1 * V[i, j] + (1 - β1) * g[i, j];
                S[i, j] = β2 * S[i, j] + (1 - β2) * Math.Pow(g[i, j], 2);
                w[i, j] -= rate * V[i, j] / (Math.Sqrt(S[i, j]) + ε * root);
            });
        },
        ["powers by repeated products"] = (w, g, V, S, t, α, β1, β2, ε) =>
        {
            double p1 = Enumerable.Repeat(β1, t).Aggregate((p, one) => p * one);
            double p2 = Enumerable.Repeat(β2, t).Aggregate((p, one) => p * one);
            Each(w, (i, j) =>
            {
                (V[i, j], S[i, j]) =
                    (β1 * V[i, j] + (1 - β1) * g[i, j], β2 * S[i, j] + (1 - β2) * g[i, j] * g[i, j]);
                w[i, j] = w[i, j] - α * (V[i, j] / (1 - p1)) / (Math.Sqrt(S[i, j] / (1 - p2)) + ε);
            });
        },
        ["rows outside"] = (w, g, V, S, t, α, β1, β2, ε) =>
        {
            for (int i = 0; i < w.Rows; i++)
                for (int j = 0; j < w.Columns; j++)
                {
                    V[i, j] = β1 * V[i, j] + (1 - β1) * g[i, j];
                    S[i, j] = β2 * S[i, j] + (1 - β2) * (g[i, j] * g[i, j]);
                    double v = V[i, j] / (1 - Math.Pow(β1, t)), s = S[i, j] / (1 - Math.Pow(β2, t));
                    w[i, j] += -α * v / (ε + Math.Sqrt(s));
                }
        },
        ["all V, then all S, then all w"] = (w, g, V, S, t, α, β1, β2, ε) =>
        {
            Each(w, (i, j) => V[i, j] = β1 * V[i, j] + g[i, j] - β1 * g[i, j]);
            Each(w, (i, j) => S[i, j] = β2 * S[i, j] + (1 - β2) * g[i, j] * g[i, j]);
            Each(w, (i, j) => w[i, j] -=
                α / (1 - Math.Pow(β1, t)) * V[i, j] / (Math.Sqrt(S[i, j] / (1 - Math.Pow(β2, t))) + ε));
        },
        ["the gradient overwritten"] = (w, g, V, S, t, α, β1, β2, ε) => Each(w, (i, j) =>
        {
            V[i, j] = β1 * V[i, j] + (1 - β1) * g[i, j];
            S[i, j] = β2 * S[i, j] + (1 - β2) * g[i, j] * g[i, j];
            g[i, j] = V[i, j] / (1 - Math.Pow(β1, t)) / (Math.Sqrt(S[i, j] / (1 - Math.Pow(β2, t))) + ε);
            w[i, j] -= α * g[i, j];
        }),
    };

    private static readonly Dictionary<string, Func<int, int, int, M>> _he = new()
    {
        ["the library"] = (k, n, seed) => Initializer.He.Draw<double>(k, n, new Random(seed)),
        ["a standard deviation as an argument"] = (k, n, seed) =>
            Matrix.Normal<double>(k, n, seed, standardDeviation: Math.Sqrt(2.0 / n)),
        ["a uniform distribution up to √(6/n)"] = (k, n, seed) =>
            Matrix.Uniform<double>(k, n, seed, -Math.Sqrt(6.0 / n), Math.Sqrt(6.0 / n)),
        ["Box and Muller"] = (k, n, seed) => Drawn(k, n, seed, r =>
            Math.Sqrt(-2 * Math.Log(1 - r.NextDouble())) * Math.Cos(2 * Math.PI * r.NextDouble())),
        ["sums of twelve"] = (k, n, seed) => Drawn(k, n, seed, r =>
            Enumerable.Range(0, 12).Sum(_ => r.NextDouble()) - 6),
        ["signs"] = (k, n, seed) => Drawn(k, n, seed, r => r.Next(2) == 0 ? -1 : 1),
        ["a matrix that is turned round"] = (k, n, seed) => Math.Sqrt(2.0 / n) * Matrix.Normal<double>(n, k, seed).T,
        ["another seed made of the seed"] = (k, n, seed) =>
            Math.Sqrt(2d / n) * Matrix.Normal<double>(k, n, 7 * seed + 1),
    };

    private static readonly Dictionary<string, Func<Verdict>> _answers = new[]
    {
        _forward.Select(one => ($"Forward: {one.Key}", (Func<Verdict>)(() => Check.Forward(one.Value)))),
        _backward.Select(one => ($"Backward: {one.Key}", (Func<Verdict>)(() => Check.Backward(one.Value)))),
        _softmaxDelta.Select(one => ($"SoftmaxDelta: {one.Key}", (Func<Verdict>)(() => Check.SoftmaxDelta(one.Value)))),
        _step.Select(one => ($"Step: {one.Key}", (Func<Verdict>)(() => Check.Step(one.Value)))),
        _he.Select(one => ($"He: {one.Key}", (Func<Verdict>)(() => Check.He(one.Value)))),
    }.SelectMany(all => all).ToDictionary(one => one.Item1, one => one.Item2);

    public static TheoryData<string> Answers => [.. _answers.Keys];

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_right_piece_that_is_computed_in_another_way_is_correct(string answer) =>
        Assert.StartsWith("Correct. ", _answers[answer]().ToString());

    private static (M[] Z, M[] A) Through(M[] W, M[] b, M X, Func<M, M, M, M> layer)
    {
        M[] Z = new M[W.Length], A = new M[W.Length];
        A[0] = X;
        for (int l = 1; l < W.Length; l++)
        {
            Z[l] = layer(W[l], b[l], A[l - 1]);
            A[l] = l < W.Length - 1 ? (Z[l] + Z[l].Map(Math.Abs)) / 2 : Z[l];
        }

        return (Z, A);
    }

    private static (M[], M[]) Recursive(M[] W, M[] b, M X)
    {
        if (W.Length == 1)
            return ([null!], [X]);
        (M[] Z, M[] A) = Recursive(W[..^1], b[..^1], X);
        M last = W[^1] * (W.Length == 2 ? X : Matrix.Relu(Z[^1])) + b[^1];
        return ([.. Z, last], W.Length == 2 ? [X, last] : [.. A[..^1], Matrix.Relu(A[^1]), last]);
    }

    /// <param name="gradient">From l and δ[l] to what is returned for the weights.</param>
    private static (M[] dW, M[] db) Back(M[] W, M[] Z, M δ, Func<int, M, M> gradient)
    {
        M[] dW = new M[W.Length], db = new M[W.Length];
        for (int l = W.Length - 1; l >= 1; l--)
        {
            (dW[l], db[l]) = (gradient(l, δ), δ.RowMeans() * δ.Columns);
            if (l > 1)
                δ = Z[l - 1].Map(z => z > 0 ? 1.0 : 0).Hadamard((δ.T * W[l]).T);
        }

        return (dW, db);
    }

    private static (M, M) Delta(M P, M Y) => (P, 1.0 / Y.Columns * (P - Y));

    private static M Columns(M S, Func<double[], double[]> f)
    {
        double[][] columns = [.. Enumerable.Range(0, S.Columns).Select(j => f(S.ColumnSpan(j).ToArray()))];
        return Of(S.Rows, S.Columns, (k, j) => columns[j][k]);
    }

    private static void Each(M w, Action<int, int> entry)
    {
        for (int j = 0; j < w.Columns; j++)
            for (int i = 0; i < w.Rows; i++)
                entry(i, j);
    }

    private static M Drawn(int k, int n, int seed, Func<Random, double> draw)
    {
        Random random = new(seed);
        return Matrix.Zeros<double>(k, n).Map(_ => Math.Sqrt(2.0 / n) * draw(random));
    }

    private static M Of(int rows, int columns, Func<int, int, double> entry)
    {
        M made = Matrix.Zeros<double>(rows, columns);
        Each(made, (i, j) => made[i, j] = entry(i, j));
        return made;
    }
}
