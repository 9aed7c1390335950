namespace NeuralNotebooks.Benchmarks;

/// <summary>Sets environment variables for C libraries too: except on Windows, <see cref="Environment"/> changes only a
/// copy that .NET holds.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>The environment in which the BLAS libraries and PyTorch are fastest.</summary>
    /// <remarks>OPENBLAS_CORETYPE overrides the core that OpenBLAS detects, and on some machines it is set to an old
    /// one. If OPENBLAS_L2_SIZE is set to a wrong size, the block sizes of OpenBLAS are wrong too.</remarks>
    public static IReadOnlyDictionary<string, string?> ForOpenBlas(int threads, bool hasAvx512) =>
        new Dictionary<string, string?>
        {
            ["OPENBLAS_CORETYPE"] = hasAvx512 ? OpenBlas.Avx512CoreType : null,
            ["OPENBLAS_L2_SIZE"] = null,
            ["OPENBLAS_NUM_THREADS"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["OPENBLAS_THREAD_TIMEOUT"] = null,
        };

    /// <summary>Sets variables, and removes those whose value is null. Call it before the library is loaded, since a
    /// library reads them only once.</summary>
    public static void Apply(IReadOnlyDictionary<string, string?> variables)
    {
        foreach ((string name, string? value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
            if (OperatingSystem.IsWindows())
                continue;
            _ = value is null ? Unset(name) : Set(name, value, overwrite: 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unset(string name);
}
