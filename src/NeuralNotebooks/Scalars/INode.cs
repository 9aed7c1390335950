namespace NeuralNotebooks;

/// <summary>A number of a circuit, and how it was computed. <see cref="Value"/> is such a class; a class of your own
/// can be drawn and checked in the same way.</summary>
/// <typeparam name="TNode">The class itself: <c>class Node : INode&lt;Node&gt;</c>.</typeparam>
public interface INode<TNode>
    where TNode : class, INode<TNode>
{
    /// <summary>The name; null or empty if it has none.</summary>
    string? Name { get; }

    /// <summary>The symbol of the gate that computed the number, such as "×"; null or empty for an input.</summary>
    string? Gate { get; }

    /// <summary>The number.</summary>
    double Data { get; }

    /// <summary>∂L/∂(this), after a backward pass from L.</summary>
    double Gradient { get; }

    /// <summary>The inputs of the gate, in order; empty for an input of the circuit.</summary>
    TNode[] Inputs { get; }

    /// <summary>The local derivatives: ∂(this)/∂(input) for each input.</summary>
    double[] Slopes { get; }
}
