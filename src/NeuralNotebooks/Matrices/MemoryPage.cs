namespace NeuralNotebooks;

/// <summary>A page of memory: what the system hands out at once, and whose place the processor has to look up.</summary>
internal static class MemoryPage
{
    public const int Bytes = 4096;
}
