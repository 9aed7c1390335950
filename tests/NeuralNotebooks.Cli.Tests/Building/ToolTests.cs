namespace NeuralNotebooks.Cli.Tests;

/// <summary>The build's requirements for packages, and the errors of packing.</summary>
public class ToolTests : FolderedTests
{
    private const string Engine = "src/NeuralNotebooks.Engine/obj/Release/net10.0/NeuralNotebooks.Engine.dll",
        Boot = "artifacts/live/boot.json", Kit = "artifacts/kit/NeuralNotebooks.dll",
        Hashes = "artifacts/live.hashes";

    [Fact]
    public void A_tool_is_not_packed_without_the_bundle_of_live_pages_unless_asked_to()
    {
        Refused("CheckToolLive").ShouldContain("has none", "-p:Live=false");

        (int code, string output) = Try("CheckToolLive", "Live=false");
        Assert.True(code == 0, output);
    }

    [Fact]
    public void A_tool_is_not_packed_with_the_bundle_of_another_build()
    {
        Nightly.Only();
        Folder.File(Engine, "");
        Folder.File(Kit, "");
        Folder.File(Boot, "{}");
        string empty = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([]));
        Folder.File(Hashes, $"{empty} {Folder.At(Engine)}\n{empty} {Folder.At(Kit)}\n");
        File.SetLastWriteTime(Folder.At(Kit), DateTime.Now.AddMinutes(2)); // The same again, as after another build.
        (int code, string output) = Try("CheckToolLive");
        Assert.True(code == 0, output);

        Folder.File(Kit, "another");
        Refused("CheckToolLive").ShouldContain(
            "belongs to another build", Path.GetFileName(Kit), "dotnet build -c Release");

        File.Delete(Folder.At(Kit));
        Refused("CheckToolLive").ShouldContain("belongs to another build", Path.GetFileName(Kit));

        Folder.File(Hashes, $"{empty} {Folder.At(Engine.Replace("Release", "Debug"))}\n");
        Refused("CheckToolLive").ShouldContain("belongs to another configuration", Path.GetFileName(Engine));
    }

    [Fact]
    public void Packing_in_a_clone_that_was_moved_says_so_first()
    {
        Folder.File(Boot, "{}");
        Folder.File(Hashes, $"{new string('0', 64)} {Folder.At("../elsewhere/" + Engine)}\n");

        Refused("CollectRoslyn", "_IsPacking=true").ShouldContain("was moved or copied", "dotnet build -c Release");
        Assert.DoesNotContain("was moved", Try("CollectRoslyn").Output);
    }

    private string Refused(string target, params string[] properties)
    {
        (int code, string output) = Try(target, properties);
        Assert.Equal(1, code);
        return output;
    }

    private (int ExitCode, string Output) Try(string target, params string[] properties) =>
        new TargetsAlone(Folder).Try(
            "Tool.targets", target, ["Configuration=Release", "TargetFramework=net10.0", .. properties]);
}
