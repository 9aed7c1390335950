namespace NeuralNotebooks.Cli.Tests;

public sealed class SystemLimitsTests
{
    [Theory]
    [Cases(
        "Max processes             20                   4096                 processes", false,
            "You may have only 20 threads and processes here, and nn needs 64 besides those that run already. Allow "
                + "more: ulimit -u 4096",
        "Max processes             20                   4096                 processes", true, null, // Not enforced.
        "Max processes             unlimited            unlimited            processes", false, null,
        "Max open files            100                  100                  files", true,
            "Only 100 files may be open here, and nn needs 128. Allow more: ulimit -n 1024",
        "Max file size             1048576              unlimited            bytes", true,
            "A file may have only 1 MB here, and nn needs 32 MB, even for what it keeps in memory. Allow more: "
                + "ulimit -f unlimited",
        "something else", false, null
    )]
    public void A_limit_that_is_too_low_is_named_with_what_to_do(string line, bool isPrivileged, string? sentence)
    {
        string[] lines = ["Limit                     Soft Limit           Hard Limit           Units", line];

        Assert.Equal(sentence, SystemLimits.Shortage(lines, isPrivileged));
    }

    [Fact]
    public void Limits_matter_to_commands_that_start_processes_and_only_on_Linux()
    {
        Assert.Equal(OperatingSystem.IsLinux(), SystemLimits.AreRelevant(["run", "notebooks"]));
        Assert.False(SystemLimits.AreRelevant(["clean", "notebooks"]));
        Assert.False(SystemLimits.AreRelevant([]));
    }
}
