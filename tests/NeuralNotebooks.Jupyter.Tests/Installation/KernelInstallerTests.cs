using System.Text.Json.Nodes;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Jupyter.Tests;

public sealed class KernelInstallerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Kernels => _folder.At("share/jupyter/kernels");

    private KernelInstaller Installer => KernelInstaller.ForPrefix(_folder.Path);

    [Fact]
    public void A_kernelspec_starts_the_copied_kernel()
    {
        KernelSpec spec = Installer.Install()[0];

        JsonNode written = JsonNode.Parse(
            File.ReadAllText(Path.Combine(Kernels, KernelInstaller.OwnName, "kernel.json"))
        )!;
        string[] argv = [.. written["argv"]!.AsArray().Select(argument => (string)argument!)];
        Assert.True(File.Exists(argv[0]) || argv[0] == "dotnet");
        argv[1].ShouldStartWith(_folder.Path);
        Assert.True(File.Exists(argv[1]));
        Assert.Equal("{connection_file}", argv[2]);
        Assert.Equal("message", written.Text("interrupt_mode"));
        Assert.Equal("C#", written.Text("language"));
        Assert.True(spec.IsOurs && spec.IsComplete && spec.IsCSharp);
    }

    [Fact]
    public void The_copy_has_everything_that_the_kernel_needs_and_starts()
    {
        string program = Installer.Install()[0].Program!;
        var start = new System.Diagnostics.ProcessStartInfo(DotnetInstallation.Program, [program])
        {
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();

        process.WaitForExit();

        Assert.Equal(64, process.ExitCode);
        error.ShouldContain("nn kernel install");
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(program)!, "Microsoft.CodeAnalysis.CSharp.dll")));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(program)!, "NeuralNotebooks.Engine.xml")));
    }

    [Theory]
    [InlineData("logo-32x32.png", 0x89)]
    [InlineData("logo-64x64.png", 0x89)]
    [InlineData("logo-svg.svg", '<')]
    public void A_kernelspec_has_logos(string file, int firstByte)
    {
        Installer.Install();

        Assert.Equal(firstByte, File.ReadAllBytes(Path.Combine(Kernels, KernelInstaller.OwnName, file))[0]);
    }

    [Fact]
    public void The_shared_name_is_taken_where_no_other_kernel_has_it()
    {
        Assert.Equal(
            [KernelInstaller.OwnName, KernelInstaller.SharedName],
            Installer.Install().Select(spec => spec.Name)
        );
        Assert.Equal(
            [KernelInstaller.OwnName, KernelInstaller.SharedName],
            Installer.Install().Select(spec => spec.Name)
        ); // and keeps it
    }

    [Fact]
    public void Another_kernel_is_never_overwritten()
    {
        string shared = Foreign(KernelInstaller.SharedName),
            own = Foreign("mine");

        Assert.Equal([KernelInstaller.OwnName], Installer.Install().Select(spec => spec.Name));
        Assert.Throws<ArgumentException>(() => Installer.Install("mine")).Message.ShouldContain("another kernel");
        Assert.Equal("{\"language\": \"C#\", \"argv\": [\"other\"]}", File.ReadAllText(shared));
        Assert.Equal("{\"language\": \"C#\", \"argv\": [\"other\"]}", File.ReadAllText(own));
    }

    [Fact]
    public void Uninstalling_removes_what_was_installed_and_nothing_else()
    {
        string other = Foreign("other");
        Installer.Install();
        Installer.Install("second");

        Assert.Equal(["second"], Installer.Uninstall("second").Select(spec => spec.Name));
        Assert.True(
            Directory.EnumerateFiles(_folder.Path, "NeuralNotebooks.Jupyter.dll", SearchOption.AllDirectories).Any()
        );
        Assert.Equal(2, Installer.Uninstall().Count);
        Assert.Empty(Installer.Uninstall());

        Assert.Equal([other], Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Installing_again_reuses_the_copy_and_removes_old_ones()
    {
        string program = Installer.Install()[0].Program!;
        string copies = Path.GetDirectoryName(Path.GetDirectoryName(program)!)!;
        foreach (int age in (int[])[1, 2, 3])
            Directory.SetLastWriteTimeUtc(
                Directory.CreateDirectory(Path.Combine(copies, $"old-{age}")).FullName,
                DateTime.UtcNow.AddDays(-age)
            );

        Assert.Equal(program, Installer.Install()[0].Program);

        Assert.Equal(
            [Path.GetFileName(Path.GetDirectoryName(program)!), "old-1"],
            Directory.EnumerateDirectories(copies).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_unfinished_copy_does_not_displace_one_from_which_a_kernel_may_run()
    {
        string program = Installer.Install()[0].Program!;
        string copies = Path.GetDirectoryName(Path.GetDirectoryName(program)!)!;
        Age("previous", TimeSpan.FromDays(1));
        Age("unfinished.1234", TimeSpan.Zero);
        Age("abandoned.1234", TimeSpan.FromDays(2));

        Installer.Install();

        Assert.Equal(
            [Path.GetFileName(Path.GetDirectoryName(program)!), "previous", "unfinished.1234"],
            Directory
                .EnumerateDirectories(copies)
                .Select(Path.GetFileName)
                .OrderBy(name =>
                    name is "previous" ? 1
                    : name!.Contains('.') ? 2
                    : 0
                )
        );

        void Age(string name, TimeSpan age) =>
            Directory.SetLastWriteTimeUtc(
                Directory.CreateDirectory(Path.Combine(copies, name)).FullName,
                DateTime.UtcNow - age
            );
    }

    [Fact]
    public void Installations_at_the_same_time_all_succeed()
    {
        var programs = new string[8];
        Thread[] threads =
        [
            .. programs.Select((_, i) => new Thread(() => programs[i] = Installer.Install()[0].Program!)),
        ];
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
        string elsewhere = _folder.File("elsewhere", "mine");
        string logo = Path.Combine(Installer.Install()[0].Folder, "logo-svg.svg");
        File.Delete(logo);
        File.CreateSymbolicLink(logo, elsewhere);

        Installer.Install();

        Assert.Equal("mine", File.ReadAllText(elsewhere));
        File.ReadAllText(logo).ShouldStartWith("<");
    }

    [Fact]
    public void A_copy_from_which_a_file_is_missing_is_completed()
    {
        string program = Installer.Install()[0].Program!;
        File.Delete(program);

        Assert.Equal(program, Installer.Install()[0].Program);
        Assert.True(File.Exists(program));
    }

    [Fact]
    public void A_kernelspec_with_half_of_a_surrogate_pair_is_read()
    {
        string file = _folder.File(
            Path.Combine("share", "jupyter", "kernels", "half", "kernel.json"),
            """{"language": "\ud83d", "display_name": "\udc00", "metadata": {"\ud83d": 1}}"""
        );

        KernelSpec spec = KernelSpec.Read(Path.GetDirectoryName(file)!)!;

        Assert.False(spec.IsCSharp);
        Assert.False(spec.IsOurs);
        Assert.Equal("\uFFFD", spec.DisplayName);
    }

    [Fact]
    public void A_kernelspec_without_its_program_is_incomplete_and_one_that_is_not_JSON_is_ignored()
    {
        KernelSpec spec = Installer.Install()[0];
        File.Delete(spec.Program!);
        File.WriteAllText(Path.Combine(Kernels, KernelInstaller.SharedName, "kernel.json"), "{");

        Assert.False(KernelSpec.Read(spec.Folder)!.IsComplete);
        Assert.Null(KernelSpec.Read(Path.Combine(Kernels, KernelInstaller.SharedName)));
    }

    [Theory]
    [InlineData("csharp-1.0_x", true)]
    [InlineData("../elsewhere", false)]
    [InlineData("with blank", false)]
    [InlineData("", false)]
    public void Kernel_names_follow_Jupyter_s_rule(string name, bool taken) =>
        Assert.Equal(taken, KernelInstaller.IsName(name));

    public void Dispose() => _folder.Dispose();

    private string Foreign(string name) =>
        _folder.File(
            Path.Combine("share", "jupyter", "kernels", name, "kernel.json"),
            "{\"language\": \"C#\", \"argv\": [\"other\"]}"
        );
}
