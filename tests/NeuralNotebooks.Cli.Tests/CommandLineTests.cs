
namespace NeuralNotebooks.Cli.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("", "command")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("run --jobs 0", "--jobs 0")]
    [InlineData("run --jobs many", "--jobs many")]
    [InlineData("run --timeout -1", "--timeout -1")]
    [InlineData("run --timeout 1,5", "--timeout 1,5")]
    [InlineData("run --timeout NaN", "--timeout NaN")]
    [InlineData("run --cell-timeout 1e99", "--cell-timeout 1e99")]
    [InlineData("run --memory 12", "at least 64 MB")]
    [InlineData("run --memory -1", "--memory -1")]
    [InlineData("run --report results.html", ".trx, .xml or .json")]
    [InlineData("run --report a.xml --report b.txt", "b.txt")]
    [InlineData("run --keepgoing", "--keepgoing")]
    [InlineData("run --output", "--output")]
    [InlineData("site one two", "two")]
    [InlineData("doctor everything", "everything")]
    [InlineData("serve --port 65536", "--port 65536")]
    [InlineData("serve --port -1", "--port -1")]
    [InlineData("serve --port http", "--port http")]
    [InlineData("bench", "command")]
    [InlineData("bench sorting", "sorting")]
    [InlineData("bench gemm --threads 0", "--threads 0")]
    [InlineData("bench gemm --threads 257", "--threads 257")]
    [InlineData("bench train --threads two", "--threads two")]
    [InlineData("bench train --output", "--output")]
    public async Task A_command_line_that_is_not_understood_names_what_is_wrong_and_exits_with_64(
        string args,
        string named
    )
    {
        InvokedCommand command = await InvokedCommand.Of(args.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(64, command.ExitCode);
        Assert.Contains(named, command.Error, StringComparison.Ordinal);
        Assert.Contains("--help", command.Error, StringComparison.Ordinal);
        Assert.Empty(command.Output);
    }

    [Theory]
    [InlineData("PATH", "run", "")]
    [InlineData("--output", "run", "--output", "")]
    [InlineData("--output", "run", "-o", " ")]
    [InlineData("DIR", "site", "")]
    [InlineData("DIR", "serve", "")]
    [InlineData("--prefix", "kernel", "install", "--prefix", "")]
    [InlineData("--prefix", "kernel", "uninstall", "--prefix", "")]
    [InlineData("CONNECTION_FILE", "kernel", "start", "")]
    [InlineData("--output", "bench", "gemm", "--output", "")]
    public async Task An_empty_path_is_refused(string named, params string[] args)
    {
        InvokedCommand command = await InvokedCommand.Of(args);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        Assert.StartsWith($"{named}: the path is empty.", command.Error, StringComparison.Ordinal);
        Assert.Empty(command.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    public async Task Help_shows_examples_and_exit_codes(string args)
    {
        InvokedCommand command = await InvokedCommand.Of(args.Split(' '));

        Assert.Equal(0, command.ExitCode);
        Assert.Contains(
            "nn run notebooks/03-two-layers-batch-of-three.ipynb",
            command.Output,
            StringComparison.Ordinal
        );
        foreach (string code in new[] { "0", "1", "2", "3", "4", "64", "130" })
            Assert.Matches($@"(?m)^  {code} +\w", command.Output);
    }

    [Fact]
    public async Task Help_lists_every_option_of_a_run_with_its_default()
    {
        string help = (await InvokedCommand.Of("run", "--help")).Output;

        Assert.All(
            [
                "PATH",
                "--output",
                "--jobs",
                "--timeout",
                "--cell-timeout",
                "--memory",
                "--keep-going",
                "--quick",
                "--full",
                "--report",
            ],
            option => Assert.Contains(option, help, StringComparison.Ordinal)
        );
        Assert.Matches(@"--timeout.*\[default: 600\]", help);
    }

    [Fact]
    public async Task Help_lists_no_command_that_does_not_exist()
    {
        string help = (await InvokedCommand.Of("--help")).Output;

        string[] commands =
        [
            .. help.Split('\n')
                .SkipWhile(line => !line.StartsWith("Commands:", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Trim().Split(' ')[0]),
        ];
        Assert.Equal(["run", "site", "serve", "assign", "grade", "feedback", "kernel", "bench", "doctor"], commands);
    }

    [Fact]
    public async Task Seconds_are_written_with_a_point_whatever_the_language()
    {
        using IDisposable comma = DecimalComma.Begin();

        InvokedCommand command = await InvokedCommand.Of(
            "run",
            "--timeout",
            "2.5",
            "missing.ipynb",
            "--output",
            Path.Combine(Path.GetTempPath(), "nn-none")
        );

        Assert.Equal(3, command.ExitCode);
    }
}
