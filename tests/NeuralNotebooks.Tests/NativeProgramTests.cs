namespace NeuralNotebooks.Tests;

public sealed class NativeProgramTests : FolderedTests
{
    [Fact]
    public void A_native_program_trains_saves_and_predicts_and_the_whole_library_compiles_without_a_warning()
    {
        Nightly.Only();
        Folder.File(
            "xor.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <PublishAot>true</PublishAot>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}NeuralNotebooks.dll" />
                <Reference Include="{AppContext.BaseDirectory}System.Numerics.Tensors.dll" />
                <TrimmerRootAssembly Include="NeuralNotebooks" />
              </ItemGroup>
            </Project>
            """);
        Folder.File(
            "Program.cs",
            """
            using NeuralNotebooks;

            Dataset<double> xor = SyntheticData.Xor();
            Mlp<double> network = Mlp.Create<double>(2, [new(4, Activation.Tanh), new(1)], seed: 1);
            Trainer.Fit(network, xor, new BinaryCrossEntropy<double>(), new Adam<double>(learningRate: 0.05),
                new() { Epochs = 500, BatchSize = 4 });
            network.Save(args[0]);
            network.SaveOnnx(args[1]);
            System.Console.WriteLine(string.Join(' ', Metrics.Classify(Mlp.Load<double>(args[0]), xor, threshold: 0)));
            System.Console.WriteLine(network);
            """);
        (int code, string said, string error) = Programs.Run(
            "dotnet", "publish", Folder.Path, "--output", Folder.At("native"), "--ucr", "-nodeReuse:false",
            "-p:UseSharedCompilation=false");
        Assert.SkipWhen(said.Contains("NU1101", StringComparison.Ordinal)
            || said.Contains("NU1301", StringComparison.Ordinal), "The package feed does not answer.");
        Assert.SkipWhen(said.Contains("Platform linker", StringComparison.Ordinal), "There is no linker.");
        Assert.True(code == 0, said + error);

        (code, said, error) = Programs.Run(
            Folder.At(OperatingSystem.IsWindows() ? "native/xor.exe" : "native/xor"),
            Folder.At("xor.safetensors"), Folder.At("xor.onnx"));
        Assert.Equal((0, "0 1 1 0\nMlp 2 → 4 tanh → 1 identity\n", ""), (code, said.ReplaceLineEndings("\n"), error));
        using OnnxModel model = new(Folder.At("xor.onnx"));
        Assert.Equal([false, true, true, false], model.Run([0.0, 0, 0, 1, 1, 0, 1, 1], 4).Select(logit => logit > 0));
    }
}
