namespace NeuralNotebooks.Benchmarks;

/// <summary>The library BLIS, with those of its kernels that are fastest on this machine.</summary>
internal sealed unsafe class Blis : Blas
{
    /// <summary>The hidden command that measures BLIS in a separate process.</summary>
    public const string TrialCommand = "blis-trial";

    private const string ArchitectureVariable = "BLIS_ARCH_TYPE";

    /// <summary>The value of <see cref="ArchitectureVariable"/> for the kernels with 512-bit vectors (skx).</summary>
    private const string SkylakeServer = "0";

    private static readonly string[] _names = ["libblis.so.4", "libblis.so", "libblis"];

    private static readonly int[] _trialSizes = [32, 100, 256, 512];

    private Blis(nint handle)
        : base(handle)
    {
        ((delegate* unmanaged<void>)Export("bli_init"))();
        int architecture = ((delegate* unmanaged<int>)Export("bli_arch_query_id"))();
        Core = Marshal.PtrToStringUTF8(((delegate* unmanaged<int, nint>)Export("bli_arch_string"))(architecture)) ?? "";
        Version = Text("bli_info_get_version_str");
    }

    /// <summary>Loads the library, or returns null if there is none.</summary>
    /// <remarks>BLIS chooses kernels by the model of the processor, and does not know processors that are newer than
    /// itself. On some of them its choice is the fastest; on others the kernels with 512-bit vectors must be requested.
    /// So both are measured.</remarks>
    public static Blis? Load()
    {
        string?[] trials = [null, SkylakeServer, null, SkylakeServer];
        string? architecture = trials.MaxBy(Trial);
        NativeEnvironment.Apply(new Dictionary<string, string?> { [ArchitectureVariable] = architecture });
        nint handle = LoadFirst(_names);
        return handle == 0 ? null : new(handle);
    }

    public void UseThreads(int threads) =>
        ((delegate* unmanaged<long, void>)Export("bli_thread_set_num_threads"))(threads);

    /// <summary>The operations per second of products of doubles with these kernels, as the geometric mean over some
    /// sizes; 0 if they are not available. Measured in another process, since BLIS chooses its kernels only once per
    /// process.</summary>
    private static double Trial(string? architecture)
    {
        (int exitCode, string output, _) = ChildProcess.Run(TrialCommand, ArchitectureVariable, architecture);

        // The process fails if there is no BLIS, or if it does not have these kernels.
        return
            exitCode == 0
            && double.TryParse(output, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate)
            ? rate
            : 0;
    }

    public static int RunTrial(TextWriter output)
    {
        nint handle = LoadFirst(_names);
        if (handle == 0)
            return 1;
        Blis blis = new(handle);
        blis.UseThreads(1);
        double logarithms = 0;
        foreach (int n in _trialSizes)
        {
            Product<double> product = new(ProductShape.Square(n));
            Contender contender = Contender.Of("BLIS", 2.0 * n * n * n, () => blis.Multiply(product));
            logarithms += Math.Log(new Race().Run([contender]).Rates[0].Best);
        }
        output.WriteLine(Math.Exp(logarithms / _trialSizes.Length).ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }
}
