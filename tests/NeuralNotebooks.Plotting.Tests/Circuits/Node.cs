namespace NeuralNotebooks.Plotting.Tests;

/// <summary>A class as a reader of notebook 01 writes it.</summary>
internal sealed class Node : INode<Node>
{
    private static int _count;

    /// <summary>Counts the nodes in the order in which they are made.</summary>
    public int Number { get; } = Interlocked.Increment(ref _count);

    public static Node OfItself
    {
        get
        {
            Node node = new() { Gate = "+", Slopes = [1] };
            node.Inputs = [node];
            return node;
        }
    }

    public string Name { get; set; } = "";

    public string Gate { get; set; } = "";

    public double Data { get; set; }

    public Node[] Inputs { get; set; } = [];

    public double[] Slopes { get; set; } = [];

    public double Gradient { get; set; }

    public static Node Chain(int gates) => Enumerable.Range(0, gates).Aggregate(
        new Node(), (node, _) => new() { Gate = "exp", Inputs = [node], Slopes = [1] });

    /// <summary>The same circuit, with the gradients that are stored in the values.</summary>
    public static Node Of(Value result)
    {
        Dictionary<Value, Node> nodes = [];
        foreach (Value value in result.Circuit())
            nodes.Add(value, new()
            {
                Name = value.Name ?? "",
                Gate = value.Gate?.Symbol ?? "",
                Data = value.Data,
                Inputs = [.. value.Parents.Select(parent => nodes[parent])],
                Slopes = value.LocalDerivatives(),
                Gradient = value.Gradient,
            });
        return nodes[result];
    }
}
