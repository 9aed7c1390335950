using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>Multiplies a span by slopes, a register at a time; like <see cref="LaneLoop"/>.</summary>
internal static class SlopeLoop
{
    /// <summary>δ ← δ ⊙ g′(z), with g′ taken from a = g(z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TFunction, T>(ReadOnlySpan<T> a, Span<T> δ)
        where TFunction : struct, ILaneSlope
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            Multiply<TFunction, Simd512<T>, Vector512<T>, T>(a, δ);
        else if (Vector256.IsHardwareAccelerated)
            Multiply<TFunction, Simd256<T>, Vector256<T>, T>(a, δ);
        else
            Multiply<TFunction, Simd128<T>, Vector128<T>, T>(a, δ);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply<TFunction, TSimd, TVector, T>(ReadOnlySpan<T> outputs, Span<T> deltas)
        where TFunction : struct, ILaneSlope
        where TSimd : ISimdArithmetic<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint length = deltas.Length, i = 0;
        ref T a = ref MemoryMarshal.GetReference(outputs), δ = ref MemoryMarshal.GetReference(deltas);
        for (; i <= length - TSimd.Width; i += TSimd.Width)
        {
            ref T lanes = ref Unsafe.Add(ref δ, i);
            TSimd.Store(TFunction.TimesSlope<TSimd, TVector, T>(TSimd.Load(ref lanes), TSimd.Load(ref Unsafe.Add(ref a, i))), ref lanes);
        }
        if (i == length)
            return;

        // The rest goes through registers that are filled up.
        TVector filledA = default, filledδ = default;
        ref T restOfA = ref Unsafe.As<TVector, T>(ref filledA), restOfδ = ref Unsafe.As<TVector, T>(ref filledδ);
        for (nint k = 0; k < length - i; k++)
        {
            Unsafe.Add(ref restOfA, k) = Unsafe.Add(ref a, i + k);
            Unsafe.Add(ref restOfδ, k) = Unsafe.Add(ref δ, i + k);
        }
        TSimd.Store(TFunction.TimesSlope<TSimd, TVector, T>(TSimd.Load(ref restOfδ), TSimd.Load(ref restOfA)), ref restOfδ);
        for (nint k = 0; k < length - i; k++)
            Unsafe.Add(ref δ, i + k) = Unsafe.Add(ref restOfδ, k);
    }
}
