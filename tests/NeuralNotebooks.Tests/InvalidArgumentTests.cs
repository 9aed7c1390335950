namespace NeuralNotebooks.Tests;

public sealed class InvalidArgumentTests
{
    private static readonly Layer[] _layers = [new(6, Activation.Tanh), new(3)];

    [Fact]
    public void Shapes_of_a_product_that_do_not_fit_are_named()
    {
        Matrix<double> W = new(2, 4), X = new(3, 5), Z = new(2, 5), A = new(3, 6);
        new InvalidCalls
        {
            () => Gemm.Multiply(W, X, Z),
            () => Gemm.Multiply(W, X, Z, transposeA: true),
            () => W * X,
            () => Gemm.Multiply(W, new(4, 3), Z),
            () => Gemm.Naive(W, X, Z),
            () => Gemm.Multiply(A.Columns(0, 3), A.Columns(3, 3), A.Columns(2, 3)),
            () => Gemm.Packed(new(2, 2), Z, Z),
            () => Gemm.Multiply(W, W, W, transposeA: true),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Matrices_name_shapes_and_entries()
    {
        Matrix<double> A = new(2, 2), row = new(1, 2), column = new(2, 1), X = new(2, 3);
        new InvalidCalls
        {
            () => A + row,
            () => column - A,
            () => A + new Matrix<double>(1, 1),
            () => A.Hadamard(row),
            () => A.Add(row),
            () => X.MaxAbsoluteDifference(X.T),
            () => new Matrix<double>(3, 0).Max(),
            () => X[2, 0],
            () => column[0, -1] = 3,
            () => X.Column(3),
            () => X.Columns(2, 2),
            () => new Matrix<float>(0, 3).Rows(0, 1),
            () => new Matrix<float>(-1, 2),
            () => new Matrix<float>(100_000, 100_000),
            () => new Matrix<Half>(2, 2),
            () => Matrix.Over(new float[4], 0, -2, -2),
            () => Matrix.Over(new float[5], 2, 2, 2),
            () => Matrix.FromSpan<float>(new float[5], 2, 2),
            () => Matrix.FromSpan<float>(default, -1, 0),
            () => Matrix.FromTensor<float>(new float[4]),
            () => Matrix.Diagonal(X),
            () => Matrix.Uniform<double>(2, 2, 1, low: 1, high: -1),
            () => Matrix.Uniform<double>(2, 2, 1, low: double.NaN),
            () => Matrix.Uniform<double>(2, 2, 1, low: -1.7e308, high: 1.7e308),
            () => Matrix.Uniform<float>(2, 2, 1, high: 1e39),
            () => Matrix.Normal<double>(2, 2, 1, standardDeviation: -1),
            () => Matrix.Normal<double>(2, 2, 1, standardDeviation: double.NaN),
            () => Matrix.Normal<double>(2, 2, 1, mean: double.NaN),
            () => Matrix.Normal<float>(2, 2, 1, standardDeviation: 1e38),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Every_function_of_matrices_names_the_one_that_is_missing()
    {
        const string Written = "what the caller wrote";
        IEnumerable<(MethodInfo Method, ParameterInfo Missing)> calls =
            from type in (Type[])[typeof(Matrix), typeof(Matrix<double>), typeof(Gemm)]
            from declared in type.GetMethods()
            let method = declared.ContainsGenericParameters ? declared.MakeGenericMethod(typeof(double)) : declared
            from parameter in method.GetParameters()
            where parameter.ParameterType == typeof(Matrix<double>)
            select (method, parameter);
        Assert.All(
            calls,
            call =>
            {
                object?[] arguments = [.. call.Method.GetParameters().Select(Argument)];
                Exception error = Assert.Throws<TargetInvocationException>(() =>
                    call.Method.Invoke(new Matrix<double>(2, 2), arguments));
                var isNull = Assert.IsType<ArgumentNullException>(error.InnerException);
                Assert.Contains(isNull.ParamName, (string?[])[call.Missing.Name, Written]);

                object? Argument(ParameterInfo parameter) =>
                    parameter == call.Missing ? null
                    : parameter.ParameterType == typeof(Matrix<double>) ? new Matrix<double>(2, 2)
                    : parameter.ParameterType == typeof(string) ? Written
                    : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
                    : null;
            });
    }

    [Fact]
    public void Functions_need_spans_of_one_length_that_do_not_overlap_in_part_and_nothing_is_written()
    {
        float[] x = [1, 2, 3, 4];
        new InvalidCalls
        {
            () => Elementwise.Exp<float>(x.AsSpan(0, 3), x.AsSpan(1)),
            () => Elementwise.Exp<float>(new float[3], new float[4]),
            () => Elementwise.Exp<Half>(new Half[3], new Half[3]),
            () => Activation.Relu.Apply<double>(new double[2], new double[3]),
            () => Activation.Relu.MultiplyByDerivative<double>(new double[2], new double[3]),
            () => ((Activation)9).Apply<double>(new double[2], new double[2]),
            () => ThreadTeam.Size = 0,
            () => ThreadTeam.Size = -1,
            () => ThreadTeam.Size = 257,
        }.ShouldBeApproved();
        Assert.Equal([1, 2, 3, 4], x);
    }

    [Fact]
    public void Values_and_gates_name_what_is_wrong()
    {
        Value x = new(1, "x"), z = (x * 2).Named("z"), missing = null!;
        new InvalidCalls
        {
            () => z.Data = 1,
            () => x + missing,
            () => Value.Sigmoid(missing),
            () => Value.Max(),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Networks_name_shapes_layers_and_entries()
    {
        Mlp<double> network = Mlp.Create<double>(4, _layers), same = new([.. network.Layers]);
        network.Forward(new(4, 2));
        Matrix<double> hasNaN = new(4, 3), hasInfinity = new(4, 3), Y = new(3, 3);
        (hasNaN[2, 1], hasInfinity[2, 1]) = (double.NaN, double.NegativeInfinity);
        Dense<double> square = new(new(4, 4), new(4, 1), default);
        Dense<float> other = new(new(3, 3), new(3, 1), default);
        new InvalidCalls
        {
            () => Mlp.Create<Half>(2, _layers),
            () => Mlp.Load<Half>("damaged.safetensors"),
            () => Mlp.Create<double>(4, []),
            () => Mlp.Create<double>(4, [new(1, (Activation)9)]),
            () => Mlp.Create<double>(0, _layers),
            () => Mlp.Create<double>(4, [new(0)]),
            () => new Dense<double>(new(2, 4), new(1, 2), Activation.Relu),
            () => new Mlp<double>([new(new(2, 4), new(2, 1), default), new(new(1, 3), new(1, 1), default)]),
            () => new Mlp<double>([null!]),
            () => new Mlp<double>([square, square]),
            () => new Mlp<float>([new(new(3, 2), new(3, 1), default), other, other]),
            () => network.Forward(new(3, 5)),
            () => network.Forward(new(4, 0)),
            () => network.Forward(hasNaN),
            () => network.Forward(hasInfinity),
            () => Metrics.Classify(network, hasNaN),
            () => GradientCheck.Run(network, new MeanSquaredError<double>(), hasNaN, Y),
            () => network.Backward(new(3, 1)),
            () => same.Backward(new(3, 2)),
            () => network.SaveOnnx(""),
            () => network.SaveOnnx("n.onnx", Standardization.Fit(new Matrix<double>(3, 5))),
            () => Mlp.Create<float>(2, [new(1)]).SaveOnnx("n.onnx", softmax: true),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Networks_with_a_common_layer_must_not_overlap()
    {
        Mlp<double> network = Mlp.Create<double>(4, _layers), other = new([network.Layers[0]]);
        Matrix<double> X = Matrix.Normal<double>(4, 2, seed: 1), gradient = Matrix.Ones<double>(3, 2);
        Dataset<double> set = new(X, Matrix.Zeros<double>(6, 2));
        MeanSquaredError<double> loss = new();
        GradientDescent<double> optimizer = new(0.1), clipping = new(0.1) { ClipNorm = 1 };
        double[] before = [];
        new InvalidCalls
        {
            () => { Begin(); other.Forward(X); network.Backward(gradient); },
            () => { Begin(); other.Forward(X); other.Backward(new(6, 2)); network.Backward(gradient); },
            () => { Begin(); Fit(other); network.Backward(gradient); },
            () => { Begin(); GradientCheck.Run(other, loss, X, set.Targets); network.Backward(gradient); },
            () => { Begin(); network.Backward(gradient); UseOther(); optimizer.Step(network); },
            () => { Begin(); network.Backward(gradient); UseOther(); clipping.Step(network); },
            () => { Begin(); network.Backward(gradient); Fit(other, rate: 1e-300); new Adam<double>(1).Step(network); },
        }.ShouldBeApproved();
        Assert.Equal(before, TrainingStepTests.Bits(network));

        void Begin()
        {
            network.Forward(X);
            before = TrainingStepTests.Bits(network);
        }

        void UseOther()
        {
            other.Forward(X);
            other.Backward(new(6, 2));
        }

        void Fit(Mlp<double> trained, double rate = 0.1) => Trainer.Fit(
            trained, set, loss, new GradientDescent<double>(rate), new() { Epochs = 1, BatchSize = 2 });
    }

    [Theory]
    [Cases(0, 1, 2, 3)]
    public void Losses_name_shapes_and_targets(int index)
    {
        (string name, ILoss<double> loss, var targets) = LossTests.All[index];
        Matrix<double> sumsTo1And15 = Matrix.Of(new[,] { { 1, 1 }, { 0, 0.5 } });
        new InvalidCalls
        {
            () => loss.Value(new(2, 3), targets(new(3, 2))),
            () => loss.Gradient(new(2, 3), targets(new(2, 3)), new(2, 2)),
            () => loss.Value(new(2, 0), new(2, 0)),
            () => loss.CheckTargets(Matrix.Row(0, 2)),
            () => loss.CheckTargets(Matrix.Row(0, -0.5)),
            () => loss.CheckTargets(Matrix.Row(0, double.NaN)),
            () => loss.CheckTargets(Matrix.Row(0, double.PositiveInfinity)),
            () => loss.Value(new(1, 2), Matrix.Row(0, double.NaN)),
            () => loss.Gradient(new(1, 2), Matrix.Row(0, double.NaN), new(1, 2)),
            () => loss.Value(new(2, 2), sumsTo1And15),
        }.ShouldBeApproved($"Shapes and targets of the {name}");
    }

    [Fact]
    public void Optimizers_and_schedules_name_the_value()
    {
        double[] memory = new double[5];
        new InvalidCalls
        {
            () => new GradientDescent<double>(0),
            () => new GradientDescent<double>(-0.1),
            () => new GradientDescent<double>(double.NaN),
            () => new GradientDescent<double>(double.PositiveInfinity),
            () => new Momentum<double>(0),
            () => new RmsProp<double>(double.NaN),
            () => new Adam<double>(-0.1),
            () => new Momentum<double>(0.1, beta: 1),
            () => new RmsProp<double>(0.1, beta: -0.1),
            () => new RmsProp<double>(0.1, epsilon: 0),
            () => new Adam<double>(0.1, beta2: double.NaN),
            () => new Adam<double>(0.1) { WeightDecay = -1 },
            () => new Adam<double>(0.1) { ClipNorm = 0 },
            () => new Adam<double>(0.1).Step(new double[3], new double[2]),
            () => new Adam<double>(0.1).Step(memory.AsSpan(0, 4), memory.AsSpan(1, 4)),
            () => LearningRateSchedule.Linear(-1),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Training_begins_only_with_sets_that_fit_and_the_weights_stay_as_they_were()
    {
        Mlp<double> network = Mlp.Create<double>(2, [new(3, Activation.Tanh), new(2)]), before = network.Copy();
        Dataset<double> rings = SyntheticData.Rings(), iris = Iris.Load();
        Dataset<double> doubled = new(rings.Features, 2 * rings.Targets);
        Dataset<double> spoilt = new(rings.Features.Copy(), rings.Targets, ["x", "y"]);
        spoilt.Features[1, 7] = double.NaN;
        Dataset<double> spoiltTargets = new(rings.Features, rings.Targets.Copy());
        spoiltTargets.Targets[0, 7] = double.NaN;
        new InvalidCalls
        {
            () => Fit(rings, earlyStopping: new(patience: 1)),
            () => Fit(iris),
            () => Fit(rings, validation: iris),
            () => Fit(doubled),
            () => Fit(spoilt),
            () => Fit(spoiltTargets),
            () => Fit(rings, validation: spoilt),
            () => Fit(rings, epochs: 0),
            () => Fit(rings, batchSize: 0),
        }.ShouldBeApproved();
        network.Layers[0].Weights.ShouldEqual(before.Layers[0].Weights);

        void Fit(
            Dataset<double> set,
            Dataset<double>? validation = null,
            EarlyStopping? earlyStopping = null,
            int epochs = 1,
            int batchSize = 10) =>
            Trainer.Fit(
                network,
                set,
                new SoftmaxCrossEntropy<double>(),
                new Adam<double>(0.1),
                new() { Epochs = epochs, BatchSize = batchSize, EarlyStopping = earlyStopping },
                validation);
    }

    [Fact]
    public void Divergence_names_the_first_bad_layer()
    {
        Dataset<double> rings = SyntheticData.Rings(), unscaled = new(1e200 * rings.Features, rings.Targets);
        Mlp<double> broken = Mlp.Create<double>(2, [new(4), new(4), new(2)]);
        broken.Layers[1].Weights[2, 3] = double.NaN;
        new InvalidCalls
        {
            () => Fit(broken, rings, rate: 0.1),
            () => Fit(Mlp.Create<double>(1, [new(1)], seed: 1), new(Matrix.Row(1e150), Matrix.Row(0)), rate: 1e50),
            () => Fit(Mlp.Create<double>(2, [new(3), new(2)], seed: 1), rings, rate: 0.01, unscaled),
        }.ShouldBeApproved();

        static void Fit(Mlp<double> network, Dataset<double> set, double rate, Dataset<double>? validation = null) =>
            Trainer.Fit(
                network,
                set,
                new MeanSquaredError<double>(),
                new GradientDescent<double>(rate),
                new() { Epochs = 1, BatchSize = 10 },
                validation);
    }

    [Fact]
    public void Classes_of_one_output_need_a_threshold_and_NaN_has_no_class()
    {
        Mlp<double> one = Mlp.Create<double>(2, [new(1)]), two = Mlp.Create<double>(2, [new(2)]);
        Dataset<double> xor = SyntheticData.Xor(), rings = SyntheticData.Rings();
        two.Layers[0].Biases[1, 0] = double.NaN;
        new InvalidCalls
        {
            () => Metrics.Classify(one, xor.Features),
            () => Metrics.Classify(one, xor),
            () => Metrics.Accuracy(one, xor),
            () => ConfusionMatrix.Of(one, xor),
            () => Metrics.Accuracy(Mlp.Create<double>(2, [new(1, Activation.Tanh)]), xor),
            () => Metrics.Accuracy(one, xor, threshold: double.NaN),
            () => Metrics.Accuracy(two, rings, threshold: 0.5),
            () => ConfusionMatrix.Of(two, rings),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Numeric_gradients_need_a_step_that_changes_each_entry()
    {
        Matrix<double> at = Matrix.Row(1, 1e20);
        new InvalidCalls
        {
            () => NumericGradient.Of(at, W => W.Sum()),
            () => NumericGradient.Of(at, W => W.Sum(), h: 0),
            () => NumericGradient.Of(at, W => W.Sum(), h: double.NaN),
            () => NumericGradient.Of(at, W => W.Sum(), h: double.PositiveInfinity),
        }.ShouldBeApproved();
    }

    [Fact]
    public void Sets_name_shapes_examples_and_labels()
    {
        Dataset<double> iris = Iris.Load();
        LabelledImages digits = ByteFeaturesTests.RandomImages(pixels: 19, images: 60);
        Dataset<float> images = digits.ToDataset<float>();
        Matrix<double> hasNaN = new(2, 3), hasInfinity = new(2, 3);
        (hasNaN[1, 2], hasInfinity[1, 2]) = (double.NaN, double.PositiveInfinity);
        new InvalidCalls
        {
            () => iris.Split(0),
            () => iris.Split(1),
            () => iris.Split(-3),
            () => iris.Split(double.NaN),
            () => iris.Select(),
            () => iris.SelectFeatures(),
            () => iris.SelectFeatures(4),
            () => new Dataset<double>(new Matrix<double>(4, 5), new(3, 6)),
            () => new Dataset<double>(new Matrix<double>(4, 0), new(3, 0)),
            () => new Dataset<double>(new Matrix<double>(2, 5), new(3, 5), ["a"]),
            () => new Dataset<double>(new Matrix<double>(2, 5), new(3, 5), classNames: ["a"]),
            () => new Dataset<double>(hasNaN, new(1, 3), ["length", "width"]),
            () => new Dataset<double>(hasInfinity, new(1, 3), ["length", "width"]),
            () => images.Select(60),
            () => images.Slice(59, 2),
            () => images.Slice(5, 0),
            () => Metrics.Accuracy(Mlp.Create<float>(18, [new(10)]), images),
            () => digits.Label(60),
            () => digits.Pixels(-1),
            () => digits.ToDataset<float>(0, 0),
            () => digits.ToDataset<float>(59, 2),
            () => OneHot.Encode<double>([0, 3], 3),
            () => OneHot.Encode<double>([0, -1], 3),
            () => Standardization.Fit(new Matrix<double>(4, 3)).Apply(new Matrix<double>(3, 5)),
            () => Standardization.Fit(new Matrix<double>(4, 0)),
            () => Standardization.Fit(hasNaN),
            () => Standardization.Fit(Matrix.Row(-1.7e308, 1.7e308)),
            () => Standardization.Fit(Matrix.Row(-3e38f, 3e38f)),
            () => SyntheticData.Rings(noise: double.NaN),
            () => SyntheticData.Rings(count: 1),
            () => SyntheticData.Profiles(traits: 0),
            () => ConfusionMatrix.Of([0, 2], [0, 1], ["a", "b"]),
            () => ConfusionMatrix.Of([], [], ["a", "b"]),
            () => ConfusionMatrix.Of([0], [0, 1], ["a", "b"]),
            () => Experiment.Repeat(0, seed => seed),
            () => Sample.Of([]),
        }.ShouldBeApproved();
    }
}
