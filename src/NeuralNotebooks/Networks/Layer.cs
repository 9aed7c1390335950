namespace NeuralNotebooks;

/// <summary>Specification of a layer, from which <see cref="Mlp.Create{T}"/> builds a <see cref="Dense{T}"/>.</summary>
/// <param name="Units">The number of units, which is the number of outputs.</param>
/// <param name="Activation">What is applied to the preactivations. Default: nothing, a = z.</param>
/// <param name="Initializer">How the weights are drawn. Default: He for relu and Xavier for the others.</param>
public sealed record Layer(int Units, Activation Activation = Activation.Identity, Initializer? Initializer = null);
