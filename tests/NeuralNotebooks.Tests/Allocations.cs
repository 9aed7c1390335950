namespace NeuralNotebooks.Tests;

/// <summary>Measures the bytes that an action allocates on the calling thread.</summary>
internal static class Allocations
{
    public static long Of(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
