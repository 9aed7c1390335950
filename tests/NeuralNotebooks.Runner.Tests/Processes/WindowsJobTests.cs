namespace NeuralNotebooks.Runner.Tests;

public class WindowsJobTests
{
    [Fact]
    public void The_limits_of_a_job_have_the_size_and_the_place_of_the_flags_that_Windows_documents()
    {
        Assert.SkipUnless(nint.Size == 8, "The documented numbers are those of 64-bit Windows.");

        Assert.Equal(144, Marshal.SizeOf<WindowsJob.ExtendedLimits>());
        Assert.Equal(16, Marshal.OffsetOf<WindowsJob.ExtendedLimits>(nameof(WindowsJob.ExtendedLimits.Flags)));
    }
}
