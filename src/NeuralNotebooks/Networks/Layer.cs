namespace NeuralNotebooks;

/// <summary>Specification of a layer, from which <see cref="Mlp.Create{T}"/> builds a <see cref="Dense{T}"/>.</summary>
/// <param name="Units">The number of units, which is the number of outputs.</param>
/// <param name="Activation">The activation function. Default: the identity, a = z.</param>
/// <param name="Initializer">How the weights are initialized. Default: He for relu, Xavier for the other
/// activations.</param>
public sealed record Layer(int Units, Activation Activation = Activation.Identity, Initializer? Initializer = null);
