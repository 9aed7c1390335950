namespace NeuralNotebooks.Course.Tests;

/// <summary>Parts of the answers in PieceAnswers.approved.txt.</summary>
internal static class PieceAnswers
{
    public static (M[] Z, M[] A) Through(M[] W, M[] b, M X, Func<M, M, M, M> layer)
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

    public static (M[], M[]) Recursive(M[] W, M[] b, M X)
    {
        if (W.Length == 1)
            return ([null!], [X]);
        (M[] Z, M[] A) = Recursive(W[..^1], b[..^1], X);
        M last = W[^1] * (W.Length == 2 ? X : Matrix.Relu(Z[^1])) + b[^1];
        return ([.. Z, last], W.Length == 2 ? [X, last] : [.. A[..^1], Matrix.Relu(A[^1]), last]);
    }

    /// <param name="gradient">From l and δ[l] to what is returned for the weights.</param>
    public static (M[] dW, M[] db) Back(M[] W, M[] Z, M δ, Func<int, M, M> gradient)
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

    public static (M, M) Delta(M P, M Y) => (P, 1.0 / Y.Columns * (P - Y));

    public static M Columns(M S, Func<double[], double[]> f)
    {
        double[][] columns = [.. Enumerable.Range(0, S.Columns).Select(j => f(S.ColumnSpan(j).ToArray()))];
        return Of(S.Rows, S.Columns, (k, j) => columns[j][k]);
    }

    public static void Each(M w, Action<int, int> entry)
    {
        for (int j = 0; j < w.Columns; j++)
            for (int i = 0; i < w.Rows; i++)
                entry(i, j);
    }

    public static M Drawn(int k, int n, int seed, Func<Random, double> draw)
    {
        Random random = new(seed);
        return Matrix.Zeros<double>(k, n).Map(_ => Math.Sqrt(2.0 / n) * draw(random));
    }

    public static M Of(int rows, int columns, Func<int, int, double> entry)
    {
        M made = Matrix.Zeros<double>(rows, columns);
        Each(made, (i, j) => made[i, j] = entry(i, j));
        return made;
    }
}
