namespace NeuralNotebooks;

/// <summary>A gate that is written between its inputs.</summary>
internal abstract class InfixGate : Gate
{
    public override string Formula(IReadOnlyList<string> inputs) =>
        inputs.Count < 2 ? base.Formula(inputs) : string.Join($" {Symbol} ", inputs);
}
