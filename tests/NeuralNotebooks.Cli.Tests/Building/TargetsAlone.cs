namespace NeuralNotebooks.Cli.Tests;

/// <summary>Targets of <c>build/</c> in a repository that has only what a test puts there.</summary>
public sealed class TargetsAlone(TemporaryFolder folder)
{
    public (int ExitCode, string Output) Try(string file, string target, params string[] properties)
    {
        string project = folder.File(
            "build.proj",
            $"""
            <Project>
              <Import Project="{Repository.At($"build/{file}")}" />
              <Target Name="ResolveAssemblyReferences">
                <ItemGroup>
                  <ReferenceCopyLocalPaths Include="$(RepositoryRoot)package/*.dll" />
                </ItemGroup>
              </Target>
              <ItemGroup>
                <IntermediateAssembly Include="$(RepositoryRoot)x.dll" />
                <CompiledPackage Include="$(OnlyPackage)" />
              </ItemGroup>
              <Target Name="PrintBuilt">
                <Message Importance="high" Text="@(IntermediateAssembly)" />
              </Target>
              <Target Name="PrintCopied">
                <Message Importance="high" Text="@(ReferenceCopyLocalPaths, '%0A')" />
              </Target>
            </Project>
            """);
        (int code, string output, string error) = Programs.Run(DotnetInstallation.Program, [
            // A server would outlive the test and keep its output open.
            "msbuild", "-nologo", "-nodeReuse:false", project, $"-t:{target}", $"-p:RepositoryRoot={folder.Path}/",
            .. properties.Select(property => $"-p:{property}"),
        ]);
        return (code, output + error);
    }
}
