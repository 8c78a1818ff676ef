using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Chancery.Tests")]
[assembly: InternalsVisibleTo("chancery")]
[assembly: InternalsVisibleTo("Chancery.Bench")]
[assembly: InternalsVisibleTo("Chancery.Training")]
