using Microsoft.ML.OnnxRuntime;

namespace NeuralNotebooks.Tests;

/// <summary>A model in ONNX Runtime, on one thread.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;

    public OnnxModel(string path)
    {
        try
        {
            using SessionOptions options = new() { IntraOpNumThreads = 1 };
            _session = new(path, options);
        }
        catch (TypeInitializationException e) when (e.InnerException is DllNotFoundException or BadImageFormatException)
        {
            Assert.Skip("ONNX Runtime has no library for this system.");
            throw;
        }
    }

    public IReadOnlyDictionary<string, NodeMetadata> Inputs => _session.InputMetadata;

    public IReadOnlyDictionary<string, NodeMetadata> Outputs => _session.OutputMetadata;

    /// <summary>The output for an input whose rows are examples; both are stored row by row.</summary>
    public T[] Run<T>(T[] input, int examples)
        where T : unmanaged
    {
        using OrtValue tensor = OrtValue.CreateTensorValueFromMemory(input, [examples, input.Length / examples]);
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(options, ["input"], [tensor], ["output"]);
        return outputs[0].GetTensorDataAsSpan<T>().ToArray();
    }

    public void Dispose() => _session.Dispose();
}
