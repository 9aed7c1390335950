using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]

// The page calls the exported methods of PageHost; Main has nothing to do.
return 0;
