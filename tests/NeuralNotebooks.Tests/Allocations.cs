namespace NeuralNotebooks.Tests;

/// <summary>The bytes that some work allocates on its thread.</summary>
internal static class Allocations
{
    public static long Of(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
