namespace NeuralNotebooks.Jupyter.Tests;

public sealed class KernelInstallerTests : FolderedTests
{
    private string Kernels => Folder.At("share/jupyter/kernels");

    private KernelInstaller Installer => KernelInstaller.ForPrefix(Folder.Path);

    [Fact]
    public void A_kernelspec_has_logos_and_starts_the_copied_kernel_with_everything_that_it_needs()
    {
        KernelSpec spec = Installer.Install()[0];

        string own = Path.Combine(Kernels, KernelInstaller.OwnName);
        JsonNode written = JsonNode.Parse(File.ReadAllText(Path.Combine(own, "kernel.json")))!;
        string[] argv = [.. written["argv"]!.AsArray().Select(argument => (string)argument!)];
        argv[1].ShouldStartWith(Folder.Path);
        Assert.Equal("{connection_file}", argv[2]);
        Assert.Equal("message", written.Text("interrupt_mode"));
        Assert.Equal("C#", written.Text("language"));
        Assert.True(spec.IsOurs && spec.IsComplete && spec.IsCSharp);
        string[] logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];
        Assert.Equal([0x89, 0x89, (byte)'<'], logos.Select(logo => File.ReadAllBytes(Path.Combine(own, logo))[0]));

        (int exitCode, _, string error) = Programs.Run(argv[0], argv[1]);

        Assert.Equal(64, exitCode);
        error.ShouldContain("nn kernel install");
        string copy = Path.GetDirectoryName(argv[1])!;
        Assert.True(File.Exists(Path.Combine(copy, "Microsoft.CodeAnalysis.CSharp.dll")));
        Assert.True(File.Exists(Path.Combine(copy, "NeuralNotebooks.Engine.xml")));
        Directory.Move(Kernels, Kernels + "-elsewhere");
        Assert.Empty(Installer.Uninstall()); // No kernel is there, so that no program is deleted.
        Assert.True(File.Exists(argv[1]));
    }

    [Fact]
    public void Installing_again_keeps_names_and_copy_mends_both_and_removes_old_and_abandoned_copies()
    {
        string[] names = [KernelInstaller.OwnName, KernelInstaller.SharedName];
        IReadOnlyList<KernelSpec> first = Installer.Install();
        Assert.Equal(names, first.Select(spec => spec.Name));
        string program = first[0].Program!,
            copy = Path.GetDirectoryName(program)!,
            copies = Path.GetDirectoryName(copy)!;
        foreach (string old in (string[])["old-1", "old-2", "old-3", "unfinished-0.1234", "abandoned-2.1234"])
            Directory.SetLastWriteTimeUtc(
                Directory.CreateDirectory(Path.Combine(copies, old)).FullName,
                DateTime.UtcNow.AddDays('0' - old.First(char.IsAsciiDigit)));
        KernelSpec.Create(Path.Combine(Kernels, "stable"), "C#", "", Path.Combine(copies, "old-3", "it.dll")).Write();
        File.Delete(program);
        Assert.False(KernelSpec.Read(first[0].Folder)!.IsComplete);

        IReadOnlyList<KernelSpec> again = Installer.Install();

        Assert.Equal(names, again.Select(spec => spec.Name));
        Assert.Equal(program, again[0].Program);
        Assert.True(File.Exists(program));
        Assert.Equal(
            [Path.GetFileName(copy), "old-1", "old-3", "unfinished-0.1234"],
            Directory.EnumerateDirectories(copies).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Installations_at_the_same_time_all_succeed()
    {
        var programs = new string[8];
        Thread[] threads =
            [.. programs.Select((_, i) => new Thread(() => programs[i] = Installer.Install()[0].Program!))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        string program = Assert.Single(programs.Distinct());
        string copy = Path.GetDirectoryName(program)!;
        Assert.Equal(copy, Assert.Single(Directory.EnumerateDirectories(Path.GetDirectoryName(copy)!)));
        foreach (string name in (string[])[KernelInstaller.OwnName, KernelInstaller.SharedName])
        {
            Assert.True(KernelSpec.Read(Path.Combine(Kernels, name)) is { IsOurs: true, IsComplete: true });
            Assert.Equal(4, Directory.EnumerateFileSystemEntries(Path.Combine(Kernels, name)).Count());
        }
    }

    [Fact]
    public void A_link_in_a_kernelspec_is_replaced_and_what_it_leads_to_is_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An ordinary account on Windows cannot create links.");
        string elsewhere = Folder.File("elsewhere", "mine");
        string logo = Path.Combine(Installer.Install()[0].Folder, "logo-svg.svg");
        File.Delete(logo);
        File.CreateSymbolicLink(logo, elsewhere);

        Installer.Install();

        Assert.Equal("mine", File.ReadAllText(elsewhere));
        File.ReadAllText(logo).ShouldStartWith("<");
    }

    [Fact]
    public void A_kernelspec_with_half_of_a_surrogate_pair_is_read()
    {
        string file = Folder.File(
            Path.Combine("share", "jupyter", "kernels", "half", "kernel.json"),
            """{"language": "\ud83d", "display_name": "\udc00", "metadata": {"\ud83d": 1}}""");

        KernelSpec spec = KernelSpec.Read(Path.GetDirectoryName(file)!)!;

        Assert.False(spec.IsCSharp);
        Assert.False(spec.IsOurs);
        Assert.Equal("\uFFFD", spec.DisplayName);
    }

    [Fact]
    public void A_kernelspec_that_is_not_JSON_is_ignored() =>
        Assert.Null(KernelSpec.Read(Path.GetDirectoryName(Folder.File("kernels/a/kernel.json", "{"))!));

    [Theory]
    [Cases(
        "csharp-1.0_x", true, ".net-csharp", true, "../elsewhere", false, "with blank", false, "", false,
        ".", false, "..", false, "...", false, "line\n", false)]
    public void Kernel_names_follow_Jupyter_s_rule(string name, bool taken) =>
        Assert.Equal(taken, KernelInstaller.IsName(name));
}
