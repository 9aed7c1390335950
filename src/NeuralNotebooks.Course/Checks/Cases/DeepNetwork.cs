namespace NeuralNotebooks.Course;

/// <summary>A network of any depth and a batch, as the checks of the pieces Forward and Backward compute them: Z[l] =
/// W[l]A[l−1] + b[l], A[l] = relu(Z[l]), but A[N] = Z[N]; and back from δ = ∂L/∂Z[N]. Layers are counted from 1: A[0] =
/// X, and W[0], b[0] and Z[0] are not used. Each piece of both passes can be changed.</summary>
internal sealed record DeepNetwork(M[] W, M[] B, M X, M Delta)
{
    public int Layers => W.Length - 1;

    public int Examples => X.Columns;

    /// <summary>From l, all Z and all A: what layer l is fed.</summary>
    public Func<int, M[], M[], M> Fed { get; init; } = (l, _, A) => A[l - 1];

    /// <summary>From l and what layer l is fed: the product.</summary>
    public Func<int, M, M> Weighted { get; init; } = (l, fed) => W[l] * fed;

    /// <summary>From l and the product: the preactivation.</summary>
    public Func<int, M, M> Biased { get; init; } = (l, product) => product + B[l];

    /// <summary>From l and Z[l]: A[l] of a hidden layer.</summary>
    public Func<int, M, M> Hidden { get; init; } = (_, Z) => Matrix.Relu(Z);

    /// <summary>From Z[N]: A[N].</summary>
    public Func<M, M> Last { get; init; } = Z => Z;

    /// <summary>From l, Z[l] and A[l]: what is returned as Z[l].</summary>
    public Func<int, M, M, M> Kept { get; init; } = (_, Z, _) => Z;

    /// <summary>From l and all δ: ∂L/∂A[l].</summary>
    public Func<int, M[], M> Back { get; init; } = (l, δ) => W[l + 1].T * δ[l + 1];

    /// <summary>From l, all Z and all A: relu′(Z[l]).</summary>
    public Func<int, M[], M[], M> Slope { get; init; } = (l, Z, _) => On(Z[l]);

    /// <summary>From l and all A: what the weights of layer l have multiplied.</summary>
    public Func<int, M[], M> Input { get; init; } = (l, A) => A[l - 1];

    /// <summary>From l and δ[l]: ∂L/∂b[l].</summary>
    public Func<int, M, M> Bias { get; init; } = (_, δ) => δ.RowSums();

    public DeepNetwork WithoutSlope => this with { Slope = (l, Z, _) => Matrix.Ones<double>(Z[l].Rows, Examples) };

    public static M On(M Z) => Z.Map(z => z > 0 ? 1.0 : 0.0);

    public (M[] Z, M[] A) Forward()
    {
        M[] Z = [.. W], A = [X, .. W[1..]];
        for (int l = 1; l <= Layers; l++)
        {
            Z[l] = Biased(l, Weighted(l, Fed(l, Z, A)));
            A[l] = l == Layers ? Last(Z[l]) : Hidden(l, Z[l]);
            Z[l] = Kept(l, Z[l], A[l]);
        }
        return (Z, A);
    }

    public (M[] DW, M[] DB) Backward()
    {
        (M[] Z, M[] A) = Forward();
        M[] δ = [.. W], dW = [.. W], db = [.. B];
        for (int l = Layers; l >= 1; l--)
        {
            δ[l] = l == Layers ? Delta : Back(l, δ).Hadamard(Slope(l, Z, A));
            dW[l] = δ[l] * Input(l, A).T;
            db[l] = Bias(l, δ[l]);
        }
        return (dW, db);
    }

    /// <summary>The parts that are judged: some layers, the matrices of each in the order of the arguments.</summary>
    /// <exception cref="NotImplementedException">All are null: the starter.</exception>
    public static M?[] PartsOf(int[] layers, params M?[]?[] answer)
    {
        M?[] parts = [.. layers.SelectMany(l => answer.Select(one => one?.ElementAtOrDefault(l)))];
        return parts.All(part => part is null) ? throw new NotImplementedException() : parts;
    }

    public M[] ForwardParts() => PartsOf(Forwards, Forward().Z, Forward().A)!;

    public M[] BackwardParts() => PartsOf(Backwards, Backward().DW, Backward().DB)!;

    public int[] Forwards => [1, Max(1, Layers - 2), Max(1, Layers - 1), Layers, 0];

    public int[] Backwards => [Layers, Max(1, Layers - 1), Max(1, Layers - 2), 1];

    public static Sentence Describe(DeepNetwork n) =>
        $"for {TextOf.Count(n.Layers, "layer")}, {string.Join(" → ", n.W[1..].Select(w => w.Rows).Prepend(n.X.Rows))} "
            + $"units, and {TextOf.Count(n.Examples, "example")}{(n.HasZeros ? ", where a z is 0" : "")}";

    /// <summary>A network with random numbers from −1 to 1, and a batch with numbers from −10 to 10.</summary>
    public static DeepNetwork Of(int[] units, int examples, int seed)
    {
        M none = Matrix.Zeros<double>(0, 0);
        int[] layers = [.. Enumerable.Range(1, units.Length - 1)];
        return new(
            [none, .. layers.Select(l => Matrices.Random(units[l], units[l - 1], seed + 2 * l))],
            [none, .. layers.Select(l => Matrices.Random(units[l], 1, seed + 2 * l + 1))],
            10 * Matrices.Random(units[0], examples, seed), Matrices.Random(units[^1], examples, seed + 1));
    }

    private DeepNetwork WithZeros()
    {
        W[1] = Matrices.Of(W[1].Rows, W[1].Columns, (i, j) => i == 0 ? 0 : W[1][i, j]);
        B[1][0, 0] = 0;
        return this;
    }

    private bool HasZeros => Forward().Z[1..^1].Any(Z => Matrices.Entries(Z).Contains(0));

    /// <summary>Layers of one size, where shapes do not tell; layers that all differ; one layer, a batch of
    /// one, and a hidden unit whose z is 0.</summary>
    public static DeepNetwork[] Cases() =>
    [
        Of([3, 3, 3, 3], examples: 4, seed: 61), Of([4, 6, 5, 7, 2], examples: 5, seed: 81),
        Of([3, 2], examples: 3, seed: 101), Of([2, 5, 4], examples: 1, seed: 121),
        Of([3, 4, 2], examples: 3, seed: 141).WithZeros(),
    ];
}
