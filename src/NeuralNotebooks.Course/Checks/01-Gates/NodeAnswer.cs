namespace NeuralNotebooks.Course;

/// <summary>What a gate of the reader's own class has computed.</summary>
internal static class NodeAnswer
{
    /// <summary>The value of a node; its slope in each of these inputs: the sum, if an input is listed several times;
    /// 0, if it is not listed or has no slope; and how far these inputs have changed.</summary>
    public static M?[] Of<TNode>(TNode? node, double[] before, params TNode[] inputs)
        where TNode : class, INode<TNode>
    {
        return node is null ? new M?[1]
            : [Matrix.Column(node.Data), Matrix.Column([.. inputs.Select(SlopeIn)]),
                Matrix.Column([.. inputs.Zip(before, (input, data) => input.Data - data)])];

        double SlopeIn(TNode input) => (node.Inputs ?? []).Zip(node.Slopes ?? [])
            .Where(wire => ReferenceEquals(wire.First, input)).Sum(wire => wire.Second);
    }
}
