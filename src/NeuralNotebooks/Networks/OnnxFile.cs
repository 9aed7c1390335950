namespace NeuralNotebooks;

/// <summary>Writes a network as an ONNX model: a chain of nodes, each of which applies an operator to the output of the
/// node before and to constants.</summary>
/// <remarks>
/// In ONNX, rows are examples: Y = X Wᵀ + b, and tensors are stored row by row. A matrix of this library, where columns
/// are examples, has the same bytes: W (units × inputs), stored column by column, is Wᵀ (inputs × units), stored row by
/// row. So nothing is transposed.
/// The messages, and the numbers of their fields, are those of onnx/onnx.proto in https://github.com/onnx/onnx.
/// </remarks>
internal static class OnnxFile
{
    /// <summary>The versions of the format and of the operators: those of ONNX 1.8 (2020). Older operators than these
    /// apply softmax to another axis; newer ones would only exclude older programs.</summary>
    private const int IrVersion = 7, OperatorVersion = 13;

    private const string InputName = "input", OutputName = "output", ExamplesName = "examples";

    private static class ModelProto { public const int IrVersion = 1, ProducerName = 2, Graph = 7, OpsetImport = 8; }

    private static class OperatorSetIdProto { public const int Version = 2; }

    private static class GraphProto { public const int Node = 1, Name = 2, Initializer = 5, Input = 11, Output = 12; }

    private static class NodeProto { public const int Input = 1, Output = 2, Name = 3, OpType = 4; }

    private static class TensorProto { public const int Dims = 1, DataType = 2, Name = 8, RawData = 9; }

    private static class ValueInfoProto { public const int Name = 1, Type = 2; }

    private static class TypeProto { public const int TensorType = 1, ElemType = 1, Shape = 2; }

    private static class TensorShapeProto { public const int Dim = 1, DimValue = 1, DimParam = 2; }

    private sealed record Constant(string Name, ProtobufMessage Message);

    private sealed record Step(string Operator, string Name, params Constant[] Constants);

    public static void Save<T>(Mlp<T> network, string path, Standardization<T>? standardization, bool softmax)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (standardization is not null && standardization.Mean.Rows != network.Inputs)
            throw new ArgumentException(
                $"The network has {network.Inputs} inputs and the standardization {standardization.Mean.Rows} "
                    + "features: the counts must match.",
                nameof(standardization));
        if (softmax && network.Outputs == 1)
            throw new ArgumentException(
                "The network has one output, whose softmax is always 1: for the probability of a class, let the last "
                    + "layer have Activation.Sigmoid.",
                nameof(softmax));
        ProtobufMessage model = new()
        {
            { ModelProto.IrVersion, IrVersion },
            { ModelProto.ProducerName, "NeuralNotebooks" },
            { ModelProto.Graph, GraphOf(network, [.. Steps(network, standardization, softmax)]) },
            { ModelProto.OpsetImport, new ProtobufMessage { { OperatorSetIdProto.Version, OperatorVersion } } },
        };
        if (model.Length > int.MaxValue)
            throw new NotSupportedException(
                $"The model would have {model.Length} bytes; an ONNX file has at most {int.MaxValue}.");
        WholeFile.Write(path, stream =>
        {
            foreach (ReadOnlyMemory<byte> part in model)
                stream.Write(part.Span);
        });
    }

    private static IEnumerable<Step> Steps<T>(Mlp<T> network, Standardization<T>? standardization, bool softmax)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (standardization is not null)
        {
            // The operations of Standardization.Apply, in its order.
            yield return new("Sub", "center", Column("mean", standardization.Mean));
            yield return new("Sub", "center_exactly", Column("rest_of_mean", standardization.RestOfMean));
            yield return new("Div", "scale", Column("divisor", standardization.Divisor));
        }
        for (int l = 0; l < network.Layers.Count; l++)
        {
            Dense<T> layer = network[l];
            string name = $"layers.{l}";
            yield return new(
                "Gemm", name,
                ConstantOf($"{name}.weight.T", layer.Weights, layer.Inputs, layer.Units),
                Column($"{name}.bias", layer.Biases));
            if (layer.Activation != Activation.Identity)
                yield return new($"{layer.Activation}", $"{name}.activation");   // ONNX has the same names
        }
        if (softmax)
            yield return new("Softmax", "softmax");
    }

    private static ProtobufMessage GraphOf<T>(Mlp<T> network, Step[] steps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ProtobufMessage graph = new() { { GraphProto.Name, "network" } };
        string value = InputName;
        foreach (Step step in steps)
        {
            ProtobufMessage node = new() { { NodeProto.Input, value } };
            foreach (Constant constant in step.Constants)
            {
                node.Add(NodeProto.Input, constant.Name);
                graph.Add(GraphProto.Initializer, constant.Message);
            }
            value = step == steps[^1] ? OutputName : $"{step.Name}.output";
            node.Add(NodeProto.Output, value);
            node.Add(NodeProto.Name, step.Name);
            node.Add(NodeProto.OpType, step.Operator);
            graph.Add(GraphProto.Node, node);
        }
        graph.Add(GraphProto.Input, Examples<T>(InputName, network.Inputs));
        graph.Add(GraphProto.Output, Examples<T>(OutputName, network.Outputs));
        return graph;
    }

    /// <summary>The input or the output: any number of examples × the given number of columns.</summary>
    private static ProtobufMessage Examples<T>(string name, int columns)
    {
        ProtobufMessage shape = new()
        {
            { TensorShapeProto.Dim, new ProtobufMessage { { TensorShapeProto.DimParam, ExamplesName } } },
            { TensorShapeProto.Dim, new ProtobufMessage { { TensorShapeProto.DimValue, columns } } },
        };
        ProtobufMessage tensor = new() { { TypeProto.ElemType, DataType<T>() }, { TypeProto.Shape, shape } };
        return new()
        {
            { ValueInfoProto.Name, name },
            { ValueInfoProto.Type, new ProtobufMessage { { TypeProto.TensorType, tensor } } },
        };
    }

    private static Constant Column<T>(string name, Matrix<T> column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ConstantOf(name, column, column.Rows);

    private static Constant ConstantOf<T>(string name, Matrix<T> matrix, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ProtobufMessage tensor = [];
        foreach (int size in sizes)
            tensor.Add(TensorProto.Dims, size);
        tensor.Add(TensorProto.DataType, DataType<T>());
        tensor.Add(TensorProto.Name, name);
        tensor.Add(TensorProto.RawData, MemoryMarshal.AsBytes(matrix.AsSpan()).ToArray());
        return new(name, tensor);
    }

    private static int DataType<T>() => typeof(T) == typeof(float) ? 1 : 11;
}
