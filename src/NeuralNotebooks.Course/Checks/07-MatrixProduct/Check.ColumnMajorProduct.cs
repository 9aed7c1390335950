using System.Numerics;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ArrayProduct> _columnMajorProduct = new()
    {
        Cases = () => [new(2, 3, 2, 3), new(3, 2, 4, 2), new(4, 5, 1, 5), new(3, 3, 3, 3)],
        Describe = c => $"for m = {c.m}, k = {c.k}, n = {c.n}",
        FailsLater = ("Two of the sizes are exchanged:", "A has m rows, B has k, and C has m."),
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: A has m rows, B has k, C has m. Entry (i, j) of a matrix with r rows is "
                + "at i + j·r." : null,
        Praise = "The definition, for matrices that are stored by columns. Any order of the three loops gives the "
            + "same sums.",
        Parts = c => c.ColumnMajorProduct,
    };

    /// <summary>Notebook 07: C = A B for matrices stored by columns in plain arrays.</summary>
    /// <param name="product">From A, B, m, k, n to the m · n entries of C.</param>
    public static Verdict ColumnMajorProduct(Func<double[], double[], int, int, int, double[]> product) =>
        _columnMajorProduct.Judge(c => ArrayProduct.AsMatrix(product(c.A, c.B, c.m, c.k, c.n), c.m, c.n));

    private static readonly Exercise<ArrayProduct> _registerTile = _columnMajorProduct with
    {
        Cases = () => [new(32, 32, 32, 32), new(64, 64, 64, 64)],
        Describe = c => $"for n = {c.n}",
        FailsLater = ("32 stands where n was meant.", "Column p of A begins at p · n."),
        IfThrown = thrown => thrown is IndexOutOfRangeException or ArgumentOutOfRangeException
            ? "Look at the places: rows i and i + w, columns j and j + 1. Entry (i, j) is at i + j·n." : null,
        Praise = "The product is right. The next cells measure what it gains to use each loaded number twice.",
        Parts = c => c.RegisterTile,
    };

    /// <summary>Notebook 07: C = A B for n × n matrices of floats, stored by columns, by tiles of vector
    /// registers.</summary>
    /// <param name="product">From A, B, C and n; it writes C.</param>
    public static Verdict RegisterTile(Action<float[], float[], float[], int> product)
    {
        Verdict right = _registerTile.Judge(c => Written(product, c));
        if (!right.IsCorrect)
            return right;
        (Verdict? verdict, Verdict? failure) = Attempt.Run(
            () => IsTiled(product) && Shares(product, ofA: true) && Shares(product, ofA: false) ? right
                : Verdict.Almost("The product is right, but it is not made by tiles of four registers. In one loop "
                    + "over p, load two registers of A and two numbers of B into variables, and use each twice. Write "
                    + "the four sums to C, and go to the next tile. C need not be cleared, and nothing else need be "
                    + "stored."),
            _registerTile.TimeLimit, _registerTile.IfThrown);
        return verdict ?? failure!;
    }

    /// <summary>Whether one tile after the other is completed and written: then the product of an array with itself,
    /// written to the same array, begins with a right tile, and later ones are wrong.</summary>
    private static bool IsTiled(Action<float[], float[], float[], int> product)
    {
        ArrayProduct c = new(32, 32, 32, 32);
        float[] inPlace = [.. c.A.Select(a => (float)a)];
        product(inPlace, inPlace, inPlace, c.n);
        M right = c.Left * c.Left;
        bool[] isRight = [.. inPlace.Select((entry, k) => entry == right[k % c.n, k / c.n])];
        int rows = 2 * Vector<float>.Count;
        return Enumerable.Range(0, 2 * rows).All(k => isRight[k % rows + k / rows * c.n]) && !isRight[^1];
    }

    /// <summary>Whether each load of A serves two columns, or each of B two registers of rows: while another thread
    /// changes that factor, the sums of equal columns (or rows) stay equal only if they share their loads.</summary>
    private static bool Shares(Action<float[], float[], float[], int> product, bool ofA)
    {
        if (OperatingSystem.IsBrowser())
            return true; // It has no other thread.
        const int n = 64;
        int apart = ofA ? n : Vector<float>.Count, changes = 0, tried = 0;
        float[] changing = new float[n * n], ones = [.. Enumerable.Repeat(1f, n * n)], C = new float[n * n];
        bool isShared = true;
        var clock = Stopwatch.StartNew();
        new Thread(Change) { IsBackground = true }.Start();
        while (!IsOver())
        {
            int before = Volatile.Read(ref changes);
            product(ofA ? changing : ones, ofA ? ones : changing, C, n);
            tried += Volatile.Read(ref changes) == before ? 0 : 1; // Only then has the factor changed meanwhile.
            isShared = Enumerable.Range(0, n * n).All(k => C[k] == C[k - k / apart % 2 * apart]);
        }
        return isShared;

        bool IsOver() => !Volatile.Read(ref isShared) || tried == 50 || clock.ElapsedMilliseconds > 2000;

        void Change() // Also ends if the product throws or never returns.
        {
            for (; !IsOver(); changes++)
                Array.Fill(changing, changes % 64);
        }
    }

    private static M? Written(Action<float[], float[], float[], int> product, ArrayProduct c)
    {
        float[] C = [.. Enumerable.Repeat(ArrayProduct.Before, c.n * c.n)];
        product([.. c.A.Select(a => (float)a)], [.. c.B.Select(b => (float)b)], C, c.n);
        bool isWritten = C.Any(entry => entry != ArrayProduct.Before);
        return ArrayProduct.AsMatrix([.. C.Select(entry => isWritten ? (double)entry : 0)], c.n, c.n);
    }
}
