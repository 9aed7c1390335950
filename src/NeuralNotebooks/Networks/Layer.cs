namespace NeuralNotebooks;

/// <summary>The plan of one layer, from which <see cref="Mlp.Create{T}"/> builds a <see cref="Dense{T}"/>.</summary>
/// <param name="Units">The number of units, which is the number of outputs.</param>
/// <param name="Activation">What is applied to the preactivations.</param>
/// <param name="Initializer">How the weights are drawn: He for relu and Xavier for the others if it is not said.</param>
public sealed record Layer(int Units, Activation Activation, Initializer? Initializer = null);
