namespace NeuralNotebooks;

/// <summary>A multilayer perceptron: fully connected layers, where the input of each layer is the output of the one
/// before. Columns are examples.</summary>
/// <remarks>Layers are counted from 0 in code; <c>Layers[0].Weights</c> is W₁ in the formulas. A network is not
/// thread-safe. Two networks may have a layer in common, for example to look at the output of the first layers. Each
/// then takes its forward pass, backward pass and step before the other begins.</remarks>
public sealed partial class Mlp<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dense<T>[] _layers;
    private Pass<T>? _lastPass;

    /// <summary>Creates a network from given layers, for example with weights that were calculated by hand.</summary>
    /// <exception cref="ArgumentException">There is no layer, a layer is null or occurs twice, or a layer's number of
    /// inputs differs from the number of units of the layer before.</exception>
    public Mlp(IReadOnlyList<Dense<T>> layers)
    {
        ThrowIfNull(layers);
        _layers = [.. layers];
        if (_layers.Length == 0)
            throw new ArgumentException("A network needs at least one layer.", nameof(layers));
        for (int l = 0; l < _layers.Length; l++)
        {
            if (_layers[l] is null)
                throw new ArgumentException($"Layer {l} is null.", nameof(layers));
            if (Array.IndexOf(_layers, _layers[l]) is var first && first < l)
                throw new ArgumentException(
                    $"Layers {first} and {l} are the same object: each layer needs its own weights and gradients. "
                        + "new Dense(layer.Weights, layer.Biases, layer.Activation) makes a copy.",
                    nameof(layers));
        }
        for (int l = 1; l < _layers.Length; l++)
            if (_layers[l].Inputs != _layers[l - 1].Units)
                throw new ShapeException(
                    ShapeRule.Product,
                    (_layers[l].Units, _layers[l].Inputs),
                    (_layers[l - 1].Units, _layers[l - 1].Inputs),
                    $"Layer {l - 1} has {_layers[l - 1].Units} units and the weights of layer {l} are "
                        + $"{Shape.Of(_layers[l].Weights)}: they must have {_layers[l - 1].Units} columns.",
                    nameof(layers));
        ParameterCount = _layers.Sum(layer => layer.Units * (layer.Inputs + 1));
    }

    /// <summary>The layers from the first to the last.</summary>
    public IReadOnlyList<Dense<T>> Layers => _layers;

    /// <summary>The number of features of an example.</summary>
    public int Inputs => _layers[0].Inputs;

    /// <summary>The number of outputs: the units of the last layer.</summary>
    public int Outputs => _layers[^1].Units;

    /// <summary>The number of weights and biases in all layers.</summary>
    public int ParameterCount { get; }

    /// <summary>Computes the output of the last layer. Each layer stores its X, Z and A, for inspection and for
    /// <see cref="Backward(Matrix{T})"/>.</summary>
    /// <param name="X">Inputs × examples. It is not copied: the backward pass reads it again, so do not change it
    /// before that.</param>
    /// <returns>Outputs × examples: a new matrix, owned by the caller.</returns>
    /// <exception cref="ArgumentException">X has the wrong number of rows, no columns, or a NaN or infinite
    /// number.</exception>
    public Matrix<T> Forward(Matrix<T> X)
    {
        CheckInput(X);
        Pass<T> pass = new(this, X.Columns);
        pass.Forward(X);
        Remember(pass);
        return pass.Output.Copy();
    }

    /// <summary>Computes the gradients of all weights and biases from ∂L/∂(output of the last layer), for the batch of
    /// the last forward pass.</summary>
    /// <param name="lossGradient">Outputs × examples, as <c>loss.Gradient</c> computes it.</param>
    /// <returns>∂L/∂X: inputs × examples.</returns>
    /// <exception cref="ShapeException">The gradient does not have the shape of the last output.</exception>
    /// <exception cref="InvalidOperationException">There has been no forward pass, or another network has used a layer
    /// since.</exception>
    public Matrix<T> Backward(Matrix<T> lossGradient) => Backward(lossGradient, inputGradient: true)!;

    /// <summary>Like <see cref="Backward(Matrix{T})"/>, but with <paramref name="inputGradient"/> false it does not
    /// compute ∂L/∂X and returns null.</summary>
    /// <inheritdoc cref="Backward(Matrix{T})" path="/exception"/>
    public Matrix<T>? Backward(Matrix<T> lossGradient, bool inputGradient)
    {
        ThrowIfNull(lossGradient);
        Pass<T> pass = _lastPass ?? throw Dense<T>.NotYet("forward");
        Matrix<T> output = pass.Output;
        if (lossGradient.Rows != output.Rows || lossGradient.Columns != output.Columns)
            throw Shape.Mismatch(
                ShapeRule.Elementwise, (lossGradient, "The loss gradient"), (output, "the last output"),
                "they must have the same shape.", nameof(lossGradient));
        for (int l = 0; l < _layers.Length; l++)
            if (_layers[l].LastPass != pass.Layers[l])
                throw new InvalidOperationException(
                    $"Another network has used layer {l} since the last forward pass of this network: call "
                        + "network.Forward(X) again first.");

        RenewGradients();
        foreach (LayerPass<T> layer in pass.Layers)
            layer.RenewDelta();
        lossGradient.CopyTo(pass.OutputGradient);
        Matrix<T>? dX = inputGradient ? Matrix.Zeros<T>(Inputs, output.Columns) : null;
        pass.Backward(dX);
        return dX;
    }

    /// <summary>A new network with copies of the weights and biases.</summary>
    public Mlp<T> Copy() =>
        new([.. _layers.Select(layer => new Dense<T>(layer.Weights, layer.Biases, layer.Activation))]);

    /// <summary>Writes the network to a safetensors file, a format that other tools can read too. An existing file is
    /// replaced only after the new one has been written completely.</summary>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public void Save(string path) => MlpFile.Save(this, path);

    /// <summary>Writes the network to an ONNX file, for ONNX Runtime and other programs that compute networks. An
    /// existing file is replaced only after the new one has been written completely.</summary>
    /// <remarks>The model has one input, <c>input</c> (examples × <see cref="Inputs"/>), and one output, <c>output</c>
    /// (examples × <see cref="Outputs"/>), both of type <typeparamref name="T"/>, for any number of examples. In ONNX
    /// rows are examples, and tensors are stored row by row. That is how the columns of a matrix are stored here, so
    /// <c>X.AsSpan()</c> is the input without a copy. The model needs ONNX 1.8 (2020) or newer: operators 13, IR
    /// version 7.</remarks>
    /// <param name="path">The file, such as <c>iris.onnx</c>.</param>
    /// <param name="standardization">If not null, the model standardizes its input first.</param>
    /// <param name="softmax">Whether the model turns the logits of each example into probabilities, as
    /// <see cref="Softmax"/> does. For sigmoid, let the last layer have <see cref="Activation.Sigmoid"/>.</param>
    /// <exception cref="ArgumentException">The path is empty, the standardization has another number of features, or
    /// softmax is true and there is only one output.</exception>
    /// <exception cref="NotSupportedException">The file would have more than 2³¹ − 1 bytes, the limit of the
    /// format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public void SaveOnnx(string path, Standardization<T>? standardization = null, bool softmax = false) =>
        OnnxFile.Save(this, path, standardization, softmax);

    /// <inheritdoc/>
    public override string ToString() =>
        $"Mlp {Inputs}"
        + string.Concat(_layers.Select(layer => $" → {layer.Units} {layer.Activation}".ToLowerInvariant()));

    internal Dense<T> this[int l] => _layers[l];

    /// <summary>Caches a pass in the network and its layers, for inspection and
    /// <see cref="Backward(Matrix{T})"/>.</summary>
    internal void Remember(Pass<T> pass)
    {
        _lastPass = pass;
        for (int l = 0; l < _layers.Length; l++)
            _layers[l].LastPass = pass.Layers[l];
    }

    internal void RenewGradients()
    {
        foreach (Dense<T> layer in _layers)
            layer.RenewGradients();
    }

    internal void CopyParametersTo(Mlp<T> other)
    {
        for (int l = 0; l < _layers.Length; l++)
        {
            _layers[l].Weights.CopyTo(other._layers[l].Weights);
            _layers[l].Biases.CopyTo(other._layers[l].Biases);
        }
    }

    internal void CheckInput(Matrix<T> X)
    {
        ThrowIfNull(X);
        CheckInputShape(X.Rows, X.Columns, nameof(X));
        Finite.Check(X, "X");
    }

    internal void CheckInputShape(int rows, int columns, string parameter)
    {
        if (rows != Inputs)
            throw new ShapeException(
                ShapeRule.Product,
                (_layers[0].Units, Inputs),
                (rows, columns),
                $"W of the first layer is {Shape.Of(_layers[0].Weights)} and X is "
                    + $"{Shape.Text(rows, columns)}: X must have {Inputs} rows, one for each feature "
                    + $"(columns are examples).",
                parameter);
        if (columns == 0)
            throw new ArgumentException(
                $"X is {Shape.Text(rows, columns)}: a batch needs at least one example (column).", parameter);
    }
}
