namespace NeuralNotebooks.Plotting;

/// <summary>A circuit as data, from which the script of a page computes its values and gradients.</summary>
internal static class ComputedCircuit
{
    /// <summary>The values from which a result is computed, each after its inputs, and the place of each.</summary>
    public static (object Parts, Dictionary<Value, int> Places) Of(Value result)
    {
        IReadOnlyList<Value> all = result.Circuit();
        Dictionary<Value, int> places = all.Index().ToDictionary(one => one.Item, one => one.Index);
        return (all.Select(value => new
        {
            inputs = value.Parents.Select(input => places[input]),
            value = value.Gate is null ? value.Data : (double?)null,
            gate = value.Gate?.Name,
            exponent = (value.Gate as FunctionGate)?.Exponent,
        }), places);
    }
}
