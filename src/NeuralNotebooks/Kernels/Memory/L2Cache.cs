namespace NeuralNotebooks;

/// <summary>The L2 cache of a core.</summary>
internal static class L2Cache
{
    private const int IntelCaches = 4, AmdCaches = unchecked((int)0x8000001D);

    /// <summary>The size in bytes, as the processor reports it; 0 if it reports none, as on Arm64.</summary>
    public static int Bytes { get; } = X86Base.IsSupported ? Math.Max(Reported(IntelCaches), Reported(AmdCaches)) : 0;

    // Both leaves of CPUID list the caches, one in each subleaf, in the same format. The lower bits of EAX are type and
    // level. EBX and ECX contain the factors of the size, each minus 1: ways, partitions, bytes of a line, and sets.
    // The type 0 ends the list. (Intel, "Software Developer's Manual", volume 2A, CPUID; AMD, "Architecture
    // Programmer's Manual", volume 3, appendix E.)
    private static int Reported(int leaf)
    {
        if (X86Base.CpuId(leaf & int.MinValue, 0).Eax < leaf)
            return 0;
        for (int i = 0; i < 8; i++)
        {
            (int eax, int ebx, int ecx, _) = X86Base.CpuId(leaf, i);
            if ((eax & 31) == 0)
                break;
            if ((eax >> 5 & 7) == 2)
                return ((ebx >> 22 & 1023) + 1) * ((ebx >> 12 & 1023) + 1) * ((ebx & 4095) + 1) * (ecx + 1);
        }

        return 0;
    }
}
