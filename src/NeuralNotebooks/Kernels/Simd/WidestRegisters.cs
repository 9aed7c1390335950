namespace NeuralNotebooks;

/// <summary>Work that is written once for vector registers of any width.</summary>
internal interface IVectorWork<TArguments, T>
    where TArguments : allows ref struct
{
    static abstract void Run<TSimd, TVector>(in TArguments arguments)
        where TSimd : ISimd<TVector, T>;
}

/// <summary>Runs work with the widest vector registers that the processor has.</summary>
internal static class WidestRegisters
{
    public static int Lanes<T>()
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? Vector512<T>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<T>.Count
        : Vector128<T>.Count;

    // Optimized from the first call: it runs before every kernel, and in unoptimized code (tier 0) its generic lookups
    // take longer than a small product.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<TWork, TArguments, T>(in TArguments arguments)
        where TWork : IVectorWork<TArguments, T> where TArguments : allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
            TWork.Run<Simd512<T>, Vector512<T>>(in arguments);
        else if (Vector256.IsHardwareAccelerated)
            TWork.Run<Simd256<T>, Vector256<T>>(in arguments);
        else
            TWork.Run<Simd128<T>, Vector128<T>>(in arguments);
    }
}
