using System.Reflection.Emit;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>The targets that give programs the SDK's compiler, and projects machine code.</summary>
public sealed class MachineCodeTests : FolderedTests
{
    private const string General = "Microsoft.CodeAnalysis", CSharp = "Microsoft.CodeAnalysis.CSharp";

    private static readonly byte[] _key = typeof(object).Assembly.GetName().GetPublicKey()!;

    [Fact]
    public void A_program_has_the_assemblies_of_the_SDK_if_their_identities_are_those_of_the_package()
    {
        Write("5.9.0.0", _key, "package", General, CSharp, "Microsoft.CodeAnalysis.Scripting");
        Write("5.9.0.0", _key, "sdk/bincore", General, CSharp, "Microsoft.CodeAnalysis.Scripting");

        Assert.Equal(
            ["package/Microsoft.CodeAnalysis.Scripting", $"sdk/bincore/{General}", $"sdk/bincore/{CSharp}"], Copied());
        Assert.All(Copied("MachineCode=false"), file => Assert.StartsWith("package/", file));
        Assert.All(Copied("RuntimeIdentifier=win-x64"), file => Assert.StartsWith("package/", file));
    }

    [Theory]
    [InlineData("5.9.1.0", true, CSharp)]
    [InlineData("5.9.1.0", true, General)]
    [InlineData("5.9.0.0", false, CSharp)]
    [InlineData("5.9.0.0", true)]
    public void With_another_version_or_key_or_without_one_of_the_assemblies_it_has_both_of_the_package(
        string version, bool isSigned, params string[] different)
    {
        Write("5.9.0.0", _key, "package", General, CSharp);
        // The second file replaces the first; without it, the SDK has one of the two assemblies.
        Write("5.9.0.0", _key, "sdk/bincore", General);
        if (different.Length > 0)
            Write("5.9.0.0", _key, "sdk/bincore", CSharp);
        Write(version, isSigned ? _key : [], "sdk/bincore", different);

        Assert.Equal([$"package/{General}", $"package/{CSharp}"], Copied());
    }

    [Fact]
    public void This_program_has_the_compiler_of_the_SDK_if_that_is_of_the_same_version()
    {
        (_, string sdk, _) = Programs.Run(DotnetInstallation.Program, ["--version"]);
        string file = Path.Combine(DotnetInstallation.Folder, "sdk", sdk.Trim(), "Roslyn", "bincore", CSharp + ".dll");
        string ours = Path.Combine(AppContext.BaseDirectory, CSharp + ".dll");
        Assert.SkipUnless(
            File.Exists(file)
                && AssemblyName.GetAssemblyName(file).FullName == AssemblyName.GetAssemblyName(ours).FullName,
            $"The SDK {sdk.Trim()} has another compiler.");

        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(ours));
    }

    [Theory]
    [InlineData("UseMachineCode;PrintBuilt", "x", "obj/linux-x64/x")]
    [InlineData("UsePackagesWithMachineCode;PrintCopied", "package/x", "obj/linux-x64/packages/x")]
    public void A_project_or_package_is_compiled_when_its_IL_has_changed_and_keeps_the_IL_if_that_fails(
        string targets, string il, string machineCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler of this test is a shell script.");
        string file = Folder.File(il + ".dll", "IL");
        string Used(string script)
        {
            // A project's arguments are in a file, of which the second line names the output.
            string crossgen = Folder.Program(
                Path.GetRandomFileName(),
                "#!/bin/sh\ncase $1 in @*) out=$(sed -n '2s/.*:\"\\(.*\\)\"/\\1/p' \"${1#@}\") ;; *) out=$3 ;; esac\n"
                    + script + "\n");
            return Assert.Single(Print(targets, [
                "MachineCode=true", $"Crossgen={crossgen}", "TargetFileName=x.dll", "OnlyPackage=x",
                $"IntermediateOutputPath={Folder.At("obj")}/", "NETCoreSdkPortableRuntimeIdentifier=linux-x64",
            ]));
        }

        Assert.Equal(machineCode, Used("echo machine code > \"$out\""));
        Assert.Equal(machineCode, Used("exit 1"));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(il, Used("exit 1"));
        Assert.Equal(il, Used("echo part > \"$out\"; exit 1"));
        Assert.Equal(machineCode, Used("echo machine code > \"$out\""));
    }

    [Theory]
    [InlineData("NeuralNotebooks.Engine")]
    [InlineData("NeuralNotebooks.Runner")]
    [InlineData("NeuralNotebooks.Judge")]
    [InlineData("nn")]
    public void What_starts_often_has_machine_code_if_its_compiler_is_installed(string name)
    {
        (int code, string crossgen, string error) = Programs.Run(DotnetInstallation.Program, [
            "msbuild", Repository.At("src/NeuralNotebooks.Engine"), "-nologo", "-getProperty:Crossgen",
        ]);
        Assert.True(code == 0, error);
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using PEReader assembly = new(file);

        Assert.Equal(File.Exists(crossgen.Trim()), assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }

    private void Write(string version, byte[] key, string folder, params string[] names)
    {
        foreach (string name in names)
        {
            var identity = new AssemblyName(name) { Version = new Version(version) };
            identity.SetPublicKey(key);
            var assembly = new PersistedAssemblyBuilder(identity, typeof(object).Assembly);
            assembly.DefineDynamicModule(name);
            assembly.Save(Folder.File($"{folder}/{name}.dll", ""));
        }
    }

    private string[] Copied(params string[] properties) =>
        Print("UseSdkCompiler;PrintCopied", [
            $"RoslynTargetsPath={Folder.At("sdk")}", "NETCoreSdkRuntimeIdentifier=linux-x64", .. properties,
        ]);

    private string[] Print(string targets, string[] properties)
    {
        (int code, string output) = new TargetsAlone(Folder).Try("MachineCode.targets", targets, properties);
        Assert.True(code == 0, output);
        return [
            .. output.Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.EndsWith(".dll", StringComparison.Ordinal))
                .Select(line => Path.ChangeExtension(Path.GetRelativePath(Folder.Path, line).Replace('\\', '/'), null))
                .Order(StringComparer.Ordinal),
        ];
    }
}
