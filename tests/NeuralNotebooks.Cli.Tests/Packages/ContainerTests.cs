namespace NeuralNotebooks.Cli.Tests;

/// <summary>The commands with which the containers are made, in a clean copy of the last commit. What they install from
/// a network, such as bubblewrap, is left out.</summary>
public sealed partial class ContainerTests
{
    [Fact]
    public async Task The_commands_of_the_containers_give_nn_from_a_clean_clone()
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The containers run Linux.");
        using var folder = new EmptyFolder();
        string[] folders = [.. new[] { "clone", "opt", "home" }
            .Select(name => Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName)];
        (string clone, string opt, string home) = (folders[0], folders[1], $"export HOME='{folders[2]}'; cd clone\n");
        await folder.RunAsync("sh", "-ec", $"git -C '{Repository.Root}' archive HEAD | tar -xf - -C '{clone}'");

        // A build looks for some packages only in the first folder.
        const string restored = "export NUGET_PACKAGES=\"$NUGET_FALLBACK_PACKAGES\"\n";
        string[] commands =
            [.. Command().Matches(Repository.Read("deploy/Containerfile")).Select(command => command.Value)];
        Assert.Equal(2, commands.Length);
        foreach (string command in commands)
        {
            string here = command.Replace(" /src/", $" {clone}/").Replace(" /feed", $" {folder.Feed}")
                .Replace(" /opt/nn", $" {opt}");
            await folder.RunAsync("sh", "-ec", (here.Contains(" pack ") ? restored : "") + home + here);
        }
        await folder.RunAsync("sh", "-ec", $"{home}'{opt}/nn' new course ../waves");

        JsonNode container = JsonNode.Parse(Repository.Read(".devcontainer/devcontainer.json"))!;
        string path = $"{container["remoteEnv"]!["PATH"]}".Replace("${containerWorkspaceFolder}", clone)
            .Replace("${containerEnv:PATH}", "$PATH");
        string made = $"{restored}{home}{container["postCreateCommand"]}\ncd ..\n";
        string output = await folder.RunAsync("sh", "-ec", $"{made}PATH=\"{path}\"; nn doctor || true");

        output.ShouldContain("Installed neuralnotebooks-csharp", "sandbox");
    }

    [GeneratedRegex(@"(?<=^RUN (--mount=\S+ )?)dotnet .*$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
